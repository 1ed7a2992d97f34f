using ProdSales.GraphQL.Execution.Subtrees;

namespace ProdSales.GraphQL.Execution.Costs;

/// <summary>A list of a request whose length is to be estimated.</summary>
/// <param name="Field">The field.</param>
/// <param name="Root">The root field that it lies below, or is.</param>
/// <param name="Around">The objects around it: the list is there for each of them.</param>
public readonly record struct CostedList(SelectedField Field, SelectedField Root, double Around);
