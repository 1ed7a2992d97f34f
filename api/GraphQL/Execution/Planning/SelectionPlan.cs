using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>The merged fields to resolve on a value of one concrete type, in the order of the response.</summary>
internal sealed class SelectionPlan(ObjectType type, PlannedField[] fields)
{
    public ObjectType Type { get; } = type;

    public PlannedField[] Fields { get; } = fields;

    /// <summary>Whether some field is resolved asynchronously, so that the level is worth starting before it is written.</summary>
    public bool HasDeferred { get; } = Array.Exists(fields, field => field.Definition.Resolution is DeferredResolution);

    /// <summary>Whether some field writes its subtree itself, perhaps together with others.</summary>
    public bool HasSubtrees { get; } = Array.Exists(fields, field => field.Definition.Resolution is SubtreeResolution);

    /// <summary>The <c>@defer</c>s that begin at this object.</summary>
    public DeferUsage[] NewUsages { get; init; } = [];

    /// <summary>The fields of this object that are sent later.</summary>
    public DeferredSelection[] Deferred { get; init; } = [];
}
