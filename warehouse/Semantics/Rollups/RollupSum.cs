namespace ProdSales.Semantics;

/// <summary>One sum or count that a rollup holds.</summary>
/// <param name="Part">The aggregate of the formulas; its window does not matter, for a rollup holds days and months.</param>
/// <param name="Column">The column of the rollup.</param>
public sealed record RollupSum(Aggregate Part, string Column)
{
    /// <summary>Whether it is what an aggregate adds up.</summary>
    internal bool Holds(Aggregate asked) =>
        ReferenceEquals(Part.Fact, asked.Fact) && Part.Function == asked.Function && Equals(Part.Argument, asked.Argument) && Equals(Part.Filter, asked.Filter);
}
