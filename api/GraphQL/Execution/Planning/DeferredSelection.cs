namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>Fields of one object that are sent later, together: those that stand in the same <c>@defer</c>s.</summary>
/// <param name="Usages">Where they stand; at least one, each within none of the others.</param>
/// <param name="Selection">The fields.</param>
internal sealed record DeferredSelection(DeferUsage[] Usages, SelectionPlan Selection);
