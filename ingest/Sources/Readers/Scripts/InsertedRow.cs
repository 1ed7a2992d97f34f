namespace ProdSales.Sources.Readers.Scripts;

/// <summary>One row of an INSERT statement.</summary>
/// <param name="Line">The line on which its bracket opens.</param>
/// <param name="Columns">The columns that the statement lists; null when it lists none.</param>
/// <param name="Values">The values as text; null for NULL.</param>
/// <param name="Expression">The first value that is no literal, as written; null when all are.</param>
internal sealed record InsertedRow(long Line, IReadOnlyList<string>? Columns, IReadOnlyList<string?> Values, string? Expression);
