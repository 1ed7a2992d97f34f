using ProdSales.Planning.Frames;

namespace ProdSales.Planning.Methods;

/// <summary>What somebody committed himself to for a period; a column that is null stands for all members.</summary>
internal sealed record Commitment(DateOnly PeriodStart, string? Region, string? ProductLine, string? EmployeeId, double Amount)
{
    internal bool Covers(PlannedLeaf leaf) =>
        (Region is null || Region == leaf.Region) && (ProductLine is null || ProductLine == leaf.ProductLine) && (EmployeeId is null || EmployeeId == leaf.EmployeeId);
}
