namespace ProdSales.Semantics;

/// <summary>Something that measures can be cut by.</summary>
/// <param name="Name">Snake-case name, unique in the model, as in <c>product_line</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Table">The dimension table, or null when it is a column of the fact itself.</param>
/// <param name="Column">
/// The column that tells its members apart for a reader: the title of a member, or the attribute; null without a table.
/// </param>
/// <param name="Member">How its members are identified, or null when it is a mere attribute.</param>
/// <param name="Owner">The dimension whose table holds it: itself, or for an attribute the one it belongs to.</param>
/// <param name="Place">Where it is defined, for messages.</param>
public sealed record Dimension(
    string Name,
    LocalisedText Label,
    DimensionTable? Table,
    string? Column,
    MemberIdentity? Member,
    string Owner,
    SourcePlace Place)
{
    /// <summary>How a row finds its members where it may have several; null where it has one.</summary>
    public DimensionBridge? Bridge { get; init; }
}
