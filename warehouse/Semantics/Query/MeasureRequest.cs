namespace ProdSales.Semantics;

/// <summary>A measure asked for in a cut.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Comparison">In which period to compare, or null for the period of the question.</param>
/// <param name="IsStatus">True where it is asked how far the target is met, in place of the value; only of measures that have one.</param>
public sealed record MeasureRequest(Measure Measure, Comparison? Comparison = null, bool IsStatus = false)
{
    /// <summary>What is asked of the target that was stated for the measure, in place of the value; null where the measure itself is asked for.</summary>
    public TargetPart? Target { get; init; }

    /// <summary>The name of its column in the result.</summary>
    public string Column => Target is { } part ? part is TargetPart.Value ? StatedColumn : $"{part.ToString().ToLowerInvariant()} by {StatedColumn}" : IsStatus ? $"status of {Value}" : Value;

    /// <summary>The name of the column of the number of cases; only where a minimum sample is demanded. No measure can have it, for names have no spaces.</summary>
    public string SampleColumn => $"sample of {Value}";

    /// <summary>The name of the column of the target; only of measures that have one.</summary>
    public string TargetColumn => $"target of {Value}";

    /// <summary>The name of the column of the target that was stated; only where something of it is asked for.</summary>
    public string StatedColumn => $"stated for {Value}";

    private string Value => $"{Comparison?.Prefix}{Measure.Name}";
}
