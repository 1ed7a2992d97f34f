using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>A page of rows, and the request that asked for it.</summary>
internal sealed record RowAnswer(RowPage Page, RowRequest Request);
