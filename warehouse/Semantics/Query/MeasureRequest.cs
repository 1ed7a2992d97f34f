namespace ProdSales.Semantics;

/// <summary>A measure asked for in a cut.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Comparison">In which period to compare, or null for the period of the question.</param>
public sealed record MeasureRequest(Measure Measure, Comparison? Comparison = null)
{
    /// <summary>The name of its column in the result.</summary>
    public string Column => $"{Comparison?.Prefix}{Measure.Name}";
}
