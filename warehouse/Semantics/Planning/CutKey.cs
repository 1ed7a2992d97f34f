namespace ProdSales.Semantics;

/// <summary>What the rows of a cut are grouped by: a dimension or a step of time.</summary>
internal sealed record CutKey(Dimension? Dimension, TimeGrain? Grain)
{
    /// <summary>The column that holds it between the scan and the cut.</summary>
    internal string Column => this switch
    {
        { Grain: { } grain } => grain.ToString().ToLowerInvariant(),
        { Dimension: { Member: not null } member } => $"{member.Name}_key",
        _ => Dimension!.Name,
    };

    /// <summary>True when several values of the fact's own column fall together: days into a month, versions into a member.</summary>
    internal bool IsCoarserThanItsColumn => Grain is not null and not TimeGrain.Day || Dimension?.Member is { HasVersions: true };

    internal static CutKey? Of(CutRequest request) =>
        request.Dimension is null && request.Grain is null ? null : new CutKey(request.Dimension, request.Grain);
}
