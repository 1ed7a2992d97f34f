using ProdSales.GraphQL.Execution.Planning;

namespace ProdSales.GraphQL.Execution.Running;

/// <summary>An object that is being written.</summary>
/// <param name="Selection">Its fields.</param>
/// <param name="Source">What its field's resolver returned.</param>
/// <param name="Started">Its asynchronous fields that were started ahead, by their place in the selection; null for none.</param>
/// <param name="Subtrees">Its subtrees that wait for their turn; null where it has none.</param>
/// <param name="OuterScope">The scope around it, to return to.</param>
internal readonly record struct ObjectFrame(SelectionPlan Selection, object? Source, Task<object?>?[]? Started, PendingSubtrees? Subtrees, DeferScope? OuterScope);
