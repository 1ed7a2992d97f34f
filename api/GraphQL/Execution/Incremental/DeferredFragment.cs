namespace ProdSales.GraphQL.Execution.Incremental;

/// <summary>One <c>@defer</c> at one place of the response: what its caller is told of.</summary>
/// <param name="path">The object that its fields belong to, from the root.</param>
/// <param name="label">The name that the caller gave it, or null.</param>
/// <param name="parent">The one around it, which is told of first; null for none.</param>
internal sealed class DeferredFragment(object[] path, string? label, DeferredFragment? parent)
{
    public object[] Path { get; } = path;

    public string? Label { get; } = label;

    public DeferredFragment? Parent { get; } = parent;

    /// <summary>Its fields, some perhaps shared with others.</summary>
    public List<DeferredPart> Parts { get; } = [];

    /// <summary>Those within it.</summary>
    public List<DeferredFragment> Children { get; } = [];

    /// <summary>What the caller knows it by; null before it is told of.</summary>
    public string? Id { get; set; }

    /// <summary>Whether its end was told, or it will never be told of.</summary>
    public bool IsDone { get; set; }
}
