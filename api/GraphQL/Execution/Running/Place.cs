using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Execution.Running;

/// <summary>A place in a run that it can return to.</summary>
/// <param name="Mark">The place in the response.</param>
/// <param name="Later">What had been put off before.</param>
internal readonly record struct Place(ResponseMark Mark, int Later);
