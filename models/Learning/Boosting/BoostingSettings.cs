namespace ProdSales.Learning.Boosting;

/// <summary>How trees are grown. Each is checked before the library sees it, for it takes a misspelt or unfit setting without a word.</summary>
public sealed record BoostingSettings
{
    /// <summary>The deepest trees whose reasons are exact: four points of integration are enough for eight different features on a path.</summary>
    public const int DeepestTree = 8;

    /// <summary>Gets the most trees; fewer are kept where more do not help.</summary>
    public int Rounds { get; init; } = 600;

    /// <summary>Gets the most decisions one after the other, 1 to <see cref="DeepestTree"/>.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>Gets the share of each tree that is added, above 0, at most 1.</summary>
    public double LearningRate { get; init; } = .04;

    /// <summary>Gets the share of rows that each tree sees, above 0, at most 1.</summary>
    public double RowShare { get; init; } = .8;

    /// <summary>Gets the share of features that each tree sees, above 0, at most 1.</summary>
    public double FeatureShare { get; init; } = .6;

    /// <summary>Gets the least weight of a leaf, in rows times p(1 - p); above 0, so that every leaf was reached.</summary>
    public double LeastLeaf { get; init; } = 8;

    /// <summary>Gets the ridge on the leaves, 0 or above.</summary>
    public double Ridge { get; init; } = 2;

    /// <summary>Gets the seed of drawn rows and features.</summary>
    public int Seed { get; init; } = 7;

    /// <summary>Gets the number of threads; the trees are the same for any, and one is fastest on a busy machine.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Gets the direction that the answer must follow each feature in: 1 rising, -1 falling, 0 free; empty when all are free.</summary>
    public IReadOnlyList<int> Directions { get; init; } = [];

    /// <summary>Gets further parameters by their names in the library, as in gamma; a name that the library does not know is an error.</summary>
    public IReadOnlyDictionary<string, string> Further { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
