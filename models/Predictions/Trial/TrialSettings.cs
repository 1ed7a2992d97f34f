namespace ProdSales.Predictions.Trial;

/// <summary>The rule by which a challenger is promoted, kept waiting or retired.</summary>
public sealed record TrialSettings
{
    /// <summary>Gets days of scores with known outcomes from one judgement to the next: looking each day would promote by chance in the end.</summary>
    public int CycleDays { get; init; } = 30;

    /// <summary>Gets how many cycles may end undecided before the challenger is retired.</summary>
    public int MostCycles { get; init; } = 6;

    /// <summary>Gets how many rows with and how many without the outcome a judgement needs.</summary>
    public int LeastOfEach { get; init; } = 30;

    /// <summary>Gets which share of the champion's AUC the challenger must reach, whatever its loss.</summary>
    public double LeastAucShare { get; init; } = 0.95;

    /// <summary>Gets how many samples the interval is made of.</summary>
    public int Samples { get; init; } = 2000;

    /// <summary>Gets the seed of the samples: the same scores and outcomes give the same verdict.</summary>
    public uint Seed { get; init; } = 42;
}
