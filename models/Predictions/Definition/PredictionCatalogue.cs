using System.Reflection;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ProdSales.Predictions.Definition;

/// <summary>The predictions that are shipped, read from their YAML.</summary>
public static class PredictionCatalogue
{
    /// <summary>Gets every definition, by rank.</summary>
    public static IReadOnlyList<PredictionDefinition> Definitions { get; } =
    [
        .. Own.GetManifestResourceNames().Where(name => name.EndsWith(".yaml", StringComparison.Ordinal)).Select(Read).OrderBy(definition => definition.Rank),
    ];

    /// <summary>Gets every prediction: each definition with each of its horizons.</summary>
    public static IReadOnlyList<Prediction> All { get; } =
        [.. Definitions.SelectMany(definition => definition.Horizons.Select(days => new Prediction(definition, days)))];

    private static Assembly Own => typeof(PredictionCatalogue).Assembly;

    /// <summary>Finds a prediction by name.</summary>
    /// <returns>The prediction, or null when there is none of that name.</returns>
    public static Prediction? Find(string name) => All.FirstOrDefault(prediction => prediction.Name == name);

    private static PredictionDefinition Read(string name)
    {
        IDeserializer reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithCaseInsensitivePropertyMatching()
            .WithEnforceRequiredMembers().WithEnforceNullability()
            .WithTypeMapping<IReadOnlyList<int>, List<int>>().WithTypeMapping<IReadOnlyList<FeatureDefinition>, List<FeatureDefinition>>().Build();
        using StreamReader text = new(Own.GetManifestResourceStream(name)!);
        return reader.Deserialize<PredictionDefinition>(text);
    }
}
