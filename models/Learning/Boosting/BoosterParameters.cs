using System.Globalization;

namespace ProdSales.Learning.Boosting;

/// <summary>Settings as the library takes them, each name and value checked.</summary>
internal static class BoosterParameters
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "alpha", "base_score", "colsample_bylevel", "colsample_bynode", "gamma", "grow_policy", "max_bin", "max_delta_step", "max_leaves", "sampling_method", "tree_method",
    };

    /// <summary>The parameters in a fixed order.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="features">The number of features.</param>
    /// <exception cref="ArgumentException">A setting is out of its range or unknown: the caller's bug.</exception>
    internal static IEnumerable<(string Name, string Value)> Of(BoostingSettings settings, int features)
    {
        Check(settings, features);
        List<(string Name, string Value)> parameters =
        [
            ("objective", "binary:logistic"),
            ("max_depth", Text(settings.Depth)),
            ("eta", Text(settings.LearningRate)),
            ("subsample", Text(settings.RowShare)),
            ("colsample_bytree", Text(settings.FeatureShare)),
            ("min_child_weight", Text(settings.LeastLeaf)),
            ("lambda", Text(settings.Ridge)),
            ("seed", Text(settings.Seed)),
            ("nthread", Text(settings.Threads)),
        ];
        if (!settings.Further.ContainsKey("tree_method"))
        {
            parameters.Add(("tree_method", "hist"));
        }

        if (settings.Directions.Any(direction => direction != 0))
        {
            parameters.Add(("monotone_constraints", $"({string.Join(",", settings.Directions)})"));
        }

        return parameters.Concat(settings.Further.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
    }

    private static void Check(BoostingSettings settings, int features)
    {
        Demand(settings.Rounds is >= 1 and <= 100_000, nameof(settings.Rounds), settings.Rounds, "1 to 100,000");
        Demand(settings.Depth is >= 1 and <= BoostingSettings.DeepestTree, nameof(settings.Depth), settings.Depth, $"1 to {BoostingSettings.DeepestTree}");
        Demand(settings.LearningRate is > 0 and <= 1, nameof(settings.LearningRate), settings.LearningRate, "above 0, at most 1");
        Demand(settings.RowShare is > 0 and <= 1, nameof(settings.RowShare), settings.RowShare, "above 0, at most 1");
        Demand(settings.FeatureShare is > 0 and <= 1, nameof(settings.FeatureShare), settings.FeatureShare, "above 0, at most 1");
        Demand(settings.LeastLeaf is > 0 and < double.PositiveInfinity, nameof(settings.LeastLeaf), settings.LeastLeaf, "above 0");
        Demand(settings.Ridge is >= 0 and < double.PositiveInfinity, nameof(settings.Ridge), settings.Ridge, "0 or above");
        Demand(settings.Seed >= 0, nameof(settings.Seed), settings.Seed, "0 or above");
        Demand(settings.Threads >= 1, nameof(settings.Threads), settings.Threads, "1 or above");
        Demand(settings.Directions.Count is 0 || settings.Directions.Count == features, nameof(settings.Directions), settings.Directions.Count, $"none or {features} values");
        Demand(settings.Directions.All(direction => direction is -1 or 0 or 1), nameof(settings.Directions), string.Join(",", settings.Directions), "-1, 0 or 1 each");
        foreach (string name in settings.Further.Keys)
        {
            Demand(Known.Contains(name), nameof(settings.Further), name, $"one of {string.Join(", ", Known.Order(StringComparer.Ordinal))}");
        }
    }

    private static void Demand(bool isFine, string name, object value, string allowed)
    {
        if (!isFine)
        {
            throw new ArgumentException($"{name} {value} must be {allowed}.", nameof(value));
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
