using ProdSales.SemanticsTests.ByHand;

namespace ProdSales.SemanticsTests.Stranger;

/// <summary>A company that the product was not made with: the rows of this folder's files, loaded one after the other through the feeds.</summary>
public sealed class StrangerCompany()
    : LoadedCompany("Stranger/1-orders.yaml", "Stranger/2-works.yaml", "Stranger/3-corrections.yaml", "Stranger/4-late.yaml");
