using ProdSales.Learning.Lifetimes;

namespace ProdSales.Predictions.Definition;

/// <summary>Where a definition whose outcome is that nothing is bought finds what customers bought. Spans are in days.</summary>
public sealed record PurchaseDefinition
{
    /// <summary>Gets the feature that counts purchases, at most one a day, the first included.</summary>
    public required string Purchases { get; init; }

    /// <summary>Gets the feature of the days since the last purchase.</summary>
    public required string Silence { get; init; }

    /// <summary>Gets the feature of the days since the first one.</summary>
    public required string Age { get; init; }

    /// <summary>
    /// Gets the query of all who have ever bought by the day <c>$as_of</c>, those who did so once included, whom the frame may leave out: the three features by their names, and <c>is_silent</c>, whether
    /// nothing was bought in the <c>$span</c> days after that day.
    /// </summary>
    public required string Histories { get; init; }

    /// <summary>Gets the three features.</summary>
    internal LifetimeColumns Columns => new(Purchases, Silence, Age);
}
