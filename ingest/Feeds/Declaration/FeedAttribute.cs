namespace ProdSales.Feeds;

/// <summary>Marks a record as a feed: the one declaration from which schema, documents, checks and loading follow.</summary>
/// <param name="name">The feed's name in snake_case singular; also the name of its table after <c>fact_</c> or <c>dim_</c>.</param>
/// <param name="kind">Whether rows are master data with history, or transactions.</param>
/// <param name="label">The Chinese name, as the glossary has it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FeedAttribute(string name, FeedKind kind, string label) : Attribute
{
    /// <summary>Gets the feed's name in snake_case singular.</summary>
    public string Name { get; } = name;

    /// <summary>Gets whether rows are master data or transactions.</summary>
    public FeedKind Kind { get; } = kind;

    /// <summary>Gets the Chinese name.</summary>
    public string Label { get; } = label;

    /// <summary>Gets or sets the property that holds the business date, by which a fact finds the dimension versions of its day; null for master data.</summary>
    public string? BusinessDate { get; set; }

    /// <summary>Gets or sets the property whose rows share one whole: their <c>weight</c> sums to 1; null for feeds without weights.</summary>
    public string? Whole { get; set; }

    /// <summary>Gets or sets whether the rows come from the product's own models and not from files of a source.</summary>
    public bool IsFromModels { get; set; }
}
