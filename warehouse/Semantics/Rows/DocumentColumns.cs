namespace ProdSales.Semantics;

/// <summary>The columns of a fact that name the document which a row comes from; its source system is the row's <c>source_key</c>.</summary>
/// <param name="Id">Column of the document's id in its source.</param>
/// <param name="Line">Column of the line in the document, or null when a row is the whole document.</param>
public sealed record DocumentColumns(string Id, string? Line);
