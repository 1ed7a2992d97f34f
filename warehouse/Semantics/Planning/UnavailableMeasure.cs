namespace ProdSales.Semantics;

/// <summary>Why a measure is null in a cut: any number there would be wrong.</summary>
/// <param name="Code">
/// <c>not-connected</c>: no batch has ever brought a row of <paramref name="Source"/>;
/// <c>dimension-not-reached</c>: the fact cannot be cut by <paramref name="Dimension"/>; <c>filter-not-reached</c>: it cannot be filtered by it;
/// <c>member-not-fixed</c>: the measure needs one member of it; <c>no-counterpart</c>: the calendar holds no days to compare the period with;
/// <c>recorded-in-part</c>: the rows on record begin or end within the days compared with;
/// <c>steps-overlap</c>: weeks stand inside or around months, quarters or years, and the measure has a window or days of its own for each step;
/// <c>masked</c>: the asker may not see it; <c>scope-not-reached</c>: the asker may see only some members of the dimension, and the fact cannot be told apart by it.
/// </param>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Dimension">Name of the dimension; null for <c>not-connected</c>, <c>no-counterpart</c>, <c>recorded-in-part</c>, <c>steps-overlap</c> and <c>masked</c>.</param>
/// <param name="Source">The fact table that is still empty; null for the others.</param>
public sealed record UnavailableMeasure(string Code, string Measure, string? Dimension, string? Source = null)
{
    /// <summary>The comparison whose value alone is null; null where the measure has no value in any period.</summary>
    public Comparison? Comparison { get; init; }
}
