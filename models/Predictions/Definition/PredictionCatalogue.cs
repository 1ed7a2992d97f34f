using System.Reflection;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ProdSales.Predictions.Definition;

/// <summary>The predictions that are shipped, read from their YAML.</summary>
public static partial class PredictionCatalogue
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
            .WithTypeMapping<IReadOnlyList<int>, List<int>>().WithTypeMapping<IReadOnlyList<FeatureDefinition>, List<FeatureDefinition>>()
            .WithTypeMapping<IReadOnlyDictionary<string, string>, Dictionary<string, string>>().Build();
        using StreamReader text = new(Own.GetManifestResourceStream(name)!);
        return Whole(reader.Deserialize<PredictionDefinition>(text));
    }

    /// <summary>Puts the shared texts of a definition into its queries.</summary>
    /// <exception cref="InvalidDataException">A query names a text that the definition does not have.</exception>
    internal static PredictionDefinition Whole(PredictionDefinition definition)
    {
        string Put(string query) => Named().Replace(query, match => definition.Shared.TryGetValue(match.Groups[1].Value, out string? text)
            ? text
            : throw new InvalidDataException($"A query of {definition.Name} names the shared text '{match.Groups[1].Value}'; there are: {string.Join(", ", definition.Shared.Keys)}."));
        return definition with { Frame = Put(definition.Frame), WithoutOutcomes = definition.WithoutOutcomes is { } without ? without with { Histories = Put(without.Histories) } : null };
    }

    [GeneratedRegex("{{(.+?)}}")]
    private static partial Regex Named();
}
