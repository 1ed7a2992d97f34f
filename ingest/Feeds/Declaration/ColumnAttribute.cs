namespace ProdSales.Feeds;

/// <summary>What a column of a feed means beyond its type: the Chinese name, the unit, the master it points to, and what is allowed.</summary>
/// <param name="label">The Chinese name, as the glossary has it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string label) : Attribute
{
    /// <summary>Gets the Chinese name.</summary>
    public string Label { get; } = label;

    /// <summary>Gets or sets the unit, one of <see cref="Units"/>; null for texts, dates, keys and flags.</summary>
    public string? Unit { get; set; }

    /// <summary>Gets or sets the dimension feed whose <c>source_id</c> this column holds; null when it is no reference.</summary>
    public Type? References { get; set; }

    /// <summary>Gets or sets the only texts that are allowed; null when any text is.</summary>
    public string[]? Allowed { get; set; }

    /// <summary>Gets or sets the property whose value asks for this one, which may be null otherwise; null when none does.</summary>
    public string? RequiredBy { get; set; }

    /// <summary>Gets or sets the texts of <see cref="RequiredBy"/> beside which a row without a value is refused.</summary>
    public string[]? RequiredFor { get; set; }

    /// <summary>Gets or sets the property of the same kind, day or instant, that this one cannot come before, by the order of what happens; null when there is none.</summary>
    public string? NotBefore { get; set; }

    /// <summary>Gets or sets a value indicating whether the text names a measure of the model; which there are is known where rows are loaded.</summary>
    public bool NamesMeasure { get; set; }

    /// <summary>Gets or sets the smallest allowed number, inclusive; NaN when there is no bound.</summary>
    public double Min { get; set; } = double.NaN;

    /// <summary>Gets or sets the largest allowed number, inclusive; NaN when there is no bound.</summary>
    public double Max { get; set; } = double.NaN;
}
