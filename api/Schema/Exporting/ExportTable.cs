using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>A question as one flat table.</summary>
/// <param name="Name">The subject and cuts that it is about, fit for the name of a file.</param>
/// <param name="Statement">The statement that gives its rows; columns have the names that the question gives them.</param>
public sealed record ExportTable(string Name, SqlStatement Statement);
