namespace ProdSales.GraphQL.Types.Comparison;

/// <summary>One difference between two versions of a schema.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Coordinate">What changed, as a schema coordinate (<c>Type.field(argument:)</c>).</param>
/// <param name="Message">The change as a sentence.</param>
public sealed record SchemaChange(ChangeKind Kind, string Coordinate, string Message)
{
    /// <summary>What it does to callers.</summary>
    public ChangeImpact Impact => Kind switch
    {
        <= ChangeKind.DirectiveLocationRemoved => ChangeImpact.Breaking,
        <= ChangeKind.ArgDefaultValueChange => ChangeImpact.Dangerous,
        _ => ChangeImpact.Safe,
    };
}
