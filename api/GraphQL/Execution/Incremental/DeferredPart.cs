using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Running;

namespace ProdSales.GraphQL.Execution.Incremental;

/// <summary>Fields of one object that are resolved and sent together.</summary>
/// <param name="fragments">What they belong to; at least one.</param>
/// <param name="selection">The fields.</param>
/// <param name="source">What the object's resolver returned.</param>
/// <param name="path">The object, from the root.</param>
/// <param name="scope">The scope at the object.</param>
internal sealed class DeferredPart(DeferredFragment[] fragments, SelectionPlan selection, object? source, object[] path, DeferScope? scope)
{
    public DeferredFragment[] Fragments { get; } = fragments;

    public SelectionPlan Selection { get; } = selection;

    public object? Source { get; } = source;

    public object[] Path { get; } = path;

    public DeferScope? Scope { get; } = scope;

    public bool IsStarted { get; set; }

    public bool IsSent { get; set; }

    /// <summary>What its run gave; null before its end.</summary>
    public PartResult? Result { get; set; }
}
