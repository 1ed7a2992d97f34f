namespace ProdSales.Semantics;

/// <summary>A question for the members of a dimension.</summary>
/// <param name="Model">The model, for the facts that hold the dimension where no table does.</param>
/// <param name="Dimension">The dimension.</param>
/// <param name="Search">A part of the name or of the id, in any case; null for all.</param>
/// <param name="First">The most members to give.</param>
public sealed record MemberQuery(SemanticModel Model, Dimension Dimension, string? Search, int First)
{
    /// <summary>What the asker may see; only members that occur in rows of it are listed.</summary>
    public SecurityScope Scope { get; init; } = SecurityScope.Full;
}
