using System.Reflection;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ProdSales.Planning.Definition;

/// <summary>The planned series that are shipped, read from their YAML.</summary>
public static class PlannedCatalogue
{
    /// <summary>Gets every definition, by name.</summary>
    public static IReadOnlyList<PlannedSeries> All { get; } =
        [.. Own.GetManifestResourceNames().Where(name => name.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

    private static Assembly Own => typeof(PlannedCatalogue).Assembly;

    /// <summary>Finds a definition.</summary>
    /// <returns>The definition, or null when there is none of that name.</returns>
    public static PlannedSeries? Find(string name) => All.FirstOrDefault(series => series.Name == name);

    private static PlannedSeries Read(string name)
    {
        IDeserializer reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithCaseInsensitivePropertyMatching()
            .WithEnforceRequiredMembers().WithEnforceNullability()
            .WithTypeMapping<IReadOnlyList<string>, List<string>>().WithTypeMapping<IReadOnlyList<IReadOnlyList<string>>, List<IReadOnlyList<string>>>().Build();
        using StreamReader text = new(Own.GetManifestResourceStream(name)!);
        return reader.Deserialize<PlannedSeries>(text);
    }
}
