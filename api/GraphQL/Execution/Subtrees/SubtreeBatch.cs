using ProdSales.GraphQL.Execution.Resolution;

namespace ProdSales.GraphQL.Execution.Subtrees;

/// <summary>The fields of one selection set that one <see cref="ISubtreeResolver"/> resolves together.</summary>
public sealed class SubtreeBatch
{
    internal SubtreeBatch(object? source, IReadOnlyList<Subtree> subtrees, OperationContext operation)
    {
        Source = source;
        Subtrees = subtrees;
        Operation = operation;
    }

    /// <summary>What the parent field's resolver returned; null for the root.</summary>
    public object? Source { get; }

    /// <summary>The fields in the order of the response; at least one.</summary>
    public IReadOnlyList<Subtree> Subtrees { get; }

    /// <summary>The running operation: state from the host, extensions of the response.</summary>
    public OperationContext Operation { get; }
}
