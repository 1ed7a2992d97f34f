namespace ProdSales.Semantics;

/// <summary>How the members of a cut are ordered; ties fall to the name, then the id.</summary>
/// <param name="Measure">By this measure, nulls last; null orders by name.</param>
/// <param name="IsDescending">From the greatest down.</param>
public sealed record CutOrder(Measure? Measure, bool IsDescending)
{
    /// <summary>The measure in this other period, or null for the period of the question.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>True to order by how much the measure has changed from the other period to that of the question.</summary>
    public bool IsChange { get; init; }

    /// <summary>What is ordered by; null for the name.</summary>
    internal JudgedValue? Value => Measure is null ? null : new JudgedValue(new MeasureRequest(Measure, Comparison), IsChange);
}
