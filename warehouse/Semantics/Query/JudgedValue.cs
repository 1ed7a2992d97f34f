namespace ProdSales.Semantics;

/// <summary>A value by which rows of a cut are ordered or chosen, whether they tell it or not.</summary>
/// <param name="Asked">The measure, and the comparison where it is that of another period.</param>
/// <param name="IsChange">Whether it is what has changed from there to the period of the question.</param>
internal sealed record JudgedValue(MeasureRequest Asked, bool IsChange)
{
    /// <summary>The values that it is worked out from.</summary>
    internal IEnumerable<MeasureRequest> Parts => IsChange ? [Asked with { Comparison = null }, Asked] : [Asked];

    /// <summary>The value over the rows of a cut; null where the cut cannot have it.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="alias">The alias of its rows, with its dot.</param>
    /// <remarks>Of a sum or a count of rows the side on which nothing is on record counts as 0 in a change, since what was and is no more has changed by all of it. Of anything else a change needs both sides.</remarks>
    internal string? Sql(PlannedCut cut, string alias)
    {
        if (!Parts.All(cut.Holds))
        {
            return null;
        }

        string[] parts = [.. Parts.Select(part => $"{alias}{SqlNames.Quoted(part.Column)}").Select(column => IsChange && IsSum ? $"coalesce({column}, 0)" : column)];
        return IsChange ? $"({parts[0]} - {parts[1]})" : parts[0];
    }

    private bool IsSum => Asked.Measure.Guard is null && Decomposition.Of(Asked.Measure.Formula) is { Denominator: null };
}
