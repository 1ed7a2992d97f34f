namespace ProdSales.GraphQL.Execution.Costs;

/// <summary>What <c>@listSize</c> says of a field's list.</summary>
/// <param name="Assumed">Its length where no argument tells it; null knows none.</param>
/// <param name="SlicingArguments">Arguments that bound it.</param>
/// <param name="SizedFields">The fields below that are the list, where the field itself is a page of it.</param>
public sealed record ListSizing(int? Assumed, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields);
