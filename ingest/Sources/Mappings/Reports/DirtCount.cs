namespace ProdSales.Sources.Mappings.Reports;

/// <summary>How many rows are of one kind of dirt that the mapping lets through or corrects.</summary>
/// <param name="Name">The name that the mapping gives it.</param>
/// <param name="Meaning">What the rows have in common: the condition, or the correction.</param>
/// <param name="Rows">The rows.</param>
public sealed record DirtCount(string Name, string Meaning, long Rows);
