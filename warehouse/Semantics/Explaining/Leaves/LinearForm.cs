namespace ProdSales.Semantics;

/// <summary>A sum of aggregates, each times a number, and a constant.</summary>
internal sealed record LinearForm(IReadOnlyList<(decimal Factor, Aggregate Aggregate)> Terms, decimal Constant)
{
    internal static LinearForm Of(Aggregate aggregate) => new([(1, aggregate)], 0);

    internal static LinearForm Of(decimal constant) => new([], constant);

    internal bool IsConstant => Terms.Count == 0;

    /// <summary>What every factor is a multiple of. It is taken out of the rows, whose sums would else be rounded after each of them was divided.</summary>
    internal decimal Scale => IsConstant ? 1 : Terms[0].Factor;

    internal LinearForm Plus(LinearForm other, decimal factor = 1)
    {
        IEnumerable<(decimal Factor, Aggregate Aggregate)> all = Terms.Concat(other.Terms.Select(term => (term.Factor * factor, term.Aggregate)));
        return new LinearForm(
            [.. all.GroupBy(term => term.Aggregate).Select(same => (same.Sum(term => term.Factor), same.Key)).Where(term => term.Item1 != 0)],
            Constant + (other.Constant * factor));
    }

    internal LinearForm Times(decimal factor) => new([.. Terms.Select(term => (term.Factor * factor, term.Aggregate))], Constant * factor);

    internal bool Says(LinearForm other) => Plus(other, -1) is { Terms.Count: 0, Constant: 0 };
}
