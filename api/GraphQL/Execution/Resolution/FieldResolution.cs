using ProdSales.GraphQL.Execution.Subtrees;

namespace ProdSales.GraphQL.Execution.Resolution;

/// <summary>How a field gets its value.</summary>
internal abstract record FieldResolution;

/// <summary>Looks the field's name up in the source, which is a dictionary.</summary>
internal sealed record DefaultResolution : FieldResolution
{
    public static DefaultResolution Instance { get; } = new();
}

/// <summary>Computes the value at once.</summary>
internal sealed record ImmediateResolution(Func<FieldContext, object?> Resolve) : FieldResolution;

/// <summary>Computes the value asynchronously; the fields of one level are started together.</summary>
internal sealed record DeferredResolution(Func<FieldContext, ValueTask<object?>> Resolve) : FieldResolution;

/// <summary>Writes the whole subtree itself.</summary>
internal sealed record SubtreeResolution(ISubtreeResolver Resolver) : FieldResolution;
