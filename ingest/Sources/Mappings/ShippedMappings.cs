using System.Reflection;

namespace ProdSales.Sources.Mappings;

/// <summary>The mappings that come with the product, each for one known system.</summary>
public static class ShippedMappings
{
    private const string Ending = ".yaml";
    private static readonly Assembly Own = typeof(ShippedMappings).Assembly;

    /// <summary>Gets the names, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Own.GetManifestResourceNames()
            .Where(resource => resource.EndsWith(Ending, StringComparison.Ordinal))
            .Select(resource => resource[..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Finds a mapping by name.</summary>
    /// <param name="name">The name, as in <c>adventureworks</c>.</param>
    /// <returns>The mapping, not yet checked, or null when there is none of that name.</returns>
    public static Mapping? Find(string name)
    {
        using Stream? stream = Own.GetManifestResourceStream(name + Ending);
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream);
        return Mapping.FromText(name + Ending, reader.ReadToEnd());
    }
}
