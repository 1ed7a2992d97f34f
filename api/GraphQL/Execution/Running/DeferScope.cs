using ProdSales.GraphQL.Execution.Incremental;
using ProdSales.GraphQL.Execution.Planning;

namespace ProdSales.GraphQL.Execution.Running;

/// <summary>Which part of the answer a <c>@defer</c> stands for, from where it begins down.</summary>
/// <param name="Usage">The <c>@defer</c>.</param>
/// <param name="Fragment">Its part; null where it is sent with the rest after all.</param>
/// <param name="Outer">The scope around it.</param>
internal sealed record DeferScope(DeferUsage Usage, DeferredFragment? Fragment, DeferScope? Outer)
{
    /// <summary>The part of a <c>@defer</c>; null where it is sent with the rest.</summary>
    public static DeferredFragment? Of(DeferScope? scope, DeferUsage usage)
    {
        while (scope is not null && !ReferenceEquals(scope.Usage, usage))
        {
            scope = scope.Outer;
        }

        return scope?.Fragment;
    }

    /// <summary>The part of the nearest <c>@defer</c> around another that is a part of its own.</summary>
    public static DeferredFragment? Around(DeferScope? scope, DeferUsage usage)
    {
        DeferredFragment? fragment = null;
        for (DeferUsage? around = usage.Parent; around is not null && fragment is null; around = around.Parent)
        {
            fragment = Of(scope, around);
        }

        return fragment;
    }
}
