using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>A page of rows and whether it was asked for behind another.</summary>
internal sealed record RowAnswer(RowPage Page, bool HasPrevious);
