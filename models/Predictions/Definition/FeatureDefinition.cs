using ProdSales.Learning.Data;

namespace ProdSales.Predictions.Definition;

/// <summary>What is known of a subject on a day, and how people call it.</summary>
public sealed record FeatureDefinition
{
    /// <summary>Gets the name, which is also that of its column in the frame.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what the values are.</summary>
    public ColumnKind Kind { get; init; } = ColumnKind.Number;

    /// <summary>Gets the words of the business.</summary>
    public required LocalText Label { get; init; }

    /// <summary>Gets which way the probability must go as the number rises: 1 never down, -1 never up, 0 either.</summary>
    public int Monotone { get; init; }

    /// <summary>Gets what can be done about it where it speaks against the outcome that is wished for; null where nothing can.</summary>
    public LocalText? Help { get; init; }
}
