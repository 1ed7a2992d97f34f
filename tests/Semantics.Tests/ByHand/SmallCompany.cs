namespace ProdSales.SemanticsTests.ByHand;

/// <summary>The rows of <c>small-company.yaml</c>, loaded through the feeds into a warehouse of their own.</summary>
public sealed class SmallCompany() : LoadedCompany("ByHand/small-company.yaml");
