using ProdSales.Learning.Boosting.Native;

namespace ProdSales.Learning.Selection;

/// <summary>How to learn; the defaults are what the service uses.</summary>
public sealed record LearnSettings
{
    /// <summary>Gets the seed of folds, samples and trees: the same data and seed give the same bytes.</summary>
    public uint Seed { get; init; } = 42;

    /// <summary>Gets the days between learning and judging where rows have times: the horizon of the label.</summary>
    public double Embargo { get; init; }

    /// <summary>Gets the columns of numbers that the answer must follow: 1 where it must not fall as they rise, -1 where it must not rise.</summary>
    public IReadOnlyDictionary<string, int> Monotone { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Gets what the model tells of its origin, as the version of the data and of the code.</summary>
    public IReadOnlyDictionary<string, string> Lineage { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets the library that grows trees; where it is absent, the logistic regression serves alone, and a note says so.</summary>
    public XgBoostLibrary Library { get; init; } = XgBoostLibrary.Installed;

    /// <summary>Gets the number of threads that grow a tree; the bytes are the same for any.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Gets whether deep trees are offered to the folds beside shallow ones where many rows are those of few groups. What pays within groups that stay may not pay once the ground has moved.</summary>
    public bool OffersDeepTrees { get; init; }
}
