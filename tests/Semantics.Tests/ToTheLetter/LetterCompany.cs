using ProdSales.SemanticsTests.ByHand;

namespace ProdSales.SemanticsTests.ToTheLetter;

/// <summary>The rows of <c>letter-company.yaml</c>, loaded through the feeds into a warehouse of their own.</summary>
public sealed class LetterCompany() : LoadedCompany("ToTheLetter/letter-company.yaml");
