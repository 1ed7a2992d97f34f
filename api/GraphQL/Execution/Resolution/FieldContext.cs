using ProdSales.GraphQL.Execution.Subtrees;

namespace ProdSales.GraphQL.Execution.Resolution;

/// <summary>What a resolver may know about the field it resolves.</summary>
public readonly struct FieldContext
{
    internal FieldContext(object? source, Arguments arguments, SelectedField field, OperationContext operation)
    {
        Source = source;
        Arguments = arguments;
        Field = field;
        Operation = operation;
    }

    /// <summary>What the parent field's resolver returned; null for the root.</summary>
    public object? Source { get; }

    /// <summary>The arguments, coerced, defaults filled in.</summary>
    public Arguments Arguments { get; }

    /// <summary>The field with its selection.</summary>
    public SelectedField Field { get; }

    /// <summary>The running operation.</summary>
    public OperationContext Operation { get; }

    /// <summary>Cancelled when the caller went away or the time is up.</summary>
    public CancellationToken CancellationToken => Operation.CancellationToken;
}
