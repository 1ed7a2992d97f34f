namespace ProdSales.Semantics;

/// <summary>What a subject says about explaining its measures.</summary>
/// <param name="Dimensions">Dimensions to look along, most telling first; empty takes those that group: every one but single things with an id.</param>
/// <param name="Causes">Numbers to lay beside a change.</param>
/// <param name="Bridges">Measures of margin that split into volume, mix, price, discount and cost.</param>
public sealed record ExplanationGuide(IReadOnlyList<Dimension> Dimensions, IReadOnlyList<CauseRule> Causes, IReadOnlyList<BridgeRule> Bridges)
{
    /// <summary>A subject that says nothing.</summary>
    public static ExplanationGuide Default { get; } = new([], [], []);
}

/// <summary>A number that says what was behind a change, shown for the whole and for each segment where it can be cut that way.</summary>
/// <param name="Of">The measures whose change it is laid beside.</param>
/// <param name="Subject">Subject of the number.</param>
/// <param name="Measure">Its measure.</param>
/// <param name="By">The dimension that it is split by, as in the cause of a delay; null shows one number.</param>
/// <param name="Place">Where it is defined, for messages.</param>
public sealed record CauseRule(IReadOnlyList<string> Of, string Subject, string Measure, string? By, SourcePlace Place);

/// <summary>The columns of a fact by which a margin is bridged.</summary>
/// <param name="Of">The measure: the sum of net less cost.</param>
/// <param name="Leaf">The dimension at whose members prices are compared, as in product.</param>
/// <param name="Quantity">Column of the quantity.</param>
/// <param name="List">Column of the amount before discount; a row without one had no discount but what <paramref name="Discount"/> tells.</param>
/// <param name="Discount">Column of the discount, for rows that tell it and no amount before it; null when the fact has none.</param>
/// <param name="Net">Column of the amount after discount.</param>
/// <param name="Cost">Column of the cost.</param>
/// <param name="Place">Where it is defined, for messages.</param>
public sealed record BridgeRule(string Of, string Leaf, string Quantity, string List, string? Discount, string Net, string Cost, SourcePlace Place)
{
    /// <summary>Gets the columns that the bridge is worked out from.</summary>
    public IReadOnlyList<string> Columns => [Quantity, List, .. Discount is null ? (string[])[] : [Discount], Net, Cost];
}
