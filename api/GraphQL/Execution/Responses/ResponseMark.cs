namespace ProdSales.GraphQL.Execution.Responses;

/// <summary>A place in a response that <see cref="ResponseWriter.Rollback"/> can return to.</summary>
/// <param name="Position">The bytes before the place.</param>
/// <param name="NeedsComma">Whether the next value or name there follows another one.</param>
public readonly record struct ResponseMark(int Position, bool NeedsComma);
