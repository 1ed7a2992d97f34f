using System.Globalization;

namespace ProdSales.Bench.Models;

/// <summary>What a figure should reach: not below the one end and not above the other.</summary>
/// <param name="Low">The lower end, inclusive; null when there is none.</param>
/// <param name="High">The upper end, inclusive; null when there is none.</param>
public sealed record Limit(double? Low, double? High)
{
    /// <summary>Whether the figure reaches it; a figure that is not a number never does.</summary>
    public bool Holds(double value) => !double.IsNaN(value) && (Low is not { } low || value >= low) && (High is not { } high || value <= high);

    /// <inheritdoc/>
    public override string ToString() => (Low, High) switch
    {
        ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $"{low:0.######}–{high:0.######}"),
        ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $"≥ {low:0.######}"),
        (null, { } high) => string.Create(CultureInfo.InvariantCulture, $"≤ {high:0.######}"),
        _ => "",
    };
}
