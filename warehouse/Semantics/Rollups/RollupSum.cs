namespace ProdSales.Semantics;

/// <summary>One sum or count that a rollup holds.</summary>
/// <param name="Part">The aggregate of the formulas; its window does not matter, for a rollup holds days and months.</param>
/// <param name="Column">The column of the rollup.</param>
public sealed record RollupSum(Aggregate Part, string Column)
{
    /// <summary>Whether it is what an aggregate adds up.</summary>
    internal bool Holds(Aggregate asked) => AreSame(Part, asked);

    /// <summary>Whether two aggregates add up the same, whatever the days that they are asked for.</summary>
    internal static bool AreSame(Aggregate one, Aggregate other) =>
        ReferenceEquals(one.Fact, other.Fact) && one.Function == other.Function && Equals(one.Argument, other.Argument) && Equals(one.Filter, other.Filter);
}
