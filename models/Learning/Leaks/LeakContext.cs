namespace ProdSales.Learning.Leaks;

/// <summary>What is known of moments, so that the scan can say which of them a column violates. Everything may be left out.</summary>
public sealed record LeakContext
{
    /// <summary>Gets the name of the date column that says when each row is asked about.</summary>
    public string? AsOf { get; init; }

    /// <summary>Gets whether names may speak of the outcome; false where columns were named by whoever takes care of moments.</summary>
    public bool JudgesNames { get; init; } = true;

    /// <summary>Gets the AUC above which a column tells too much alone, between 0.5 and 1.</summary>
    public double TellingAuc { get; init; } = .9;

    /// <summary>Gets for columns that carry no moment themselves the date column that says when their value was last changed.</summary>
    public IReadOnlyDictionary<string, string> ChangedAt { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
