using System.Globalization;
using ProdSales.Host.Commands;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ProdSales.Host.Limits;

/// <summary>A file of limits: a name and a number a line, as YAML. What it does not name stays as it is.</summary>
internal static class LimitsFile
{
    /// <summary>Reads a file over the defaults.</summary>
    /// <exception cref="RefusedException">It cannot be read, or names a limit that is none or a number that is not allowed.</exception>
    internal static ServerLimits Read(FileInfo file)
    {
        ServerLimits limits = new();
        foreach ((YamlNode name, YamlNode value) in Entries(file))
        {
            Limit limit = LimitCatalogue.All.FirstOrDefault(known => known.Name == name.ToString())
                ?? throw new RefusedException("no-limit", ("name", name.ToString()), ("known", string.Join(", ", LimitCatalogue.All.Select(known => known.Name))));
            bool isNumber = long.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long number);
            if (!isNumber || number < limit.Least || number > limit.Most)
            {
                throw new RefusedException("option-out-of-range", ("option", limit.Name), ("value", value.ToString()), ("low", limit.Least), ("high", limit.Most));
            }

            limits = limit.With(limits, number);
        }

        return limits;
    }

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Entries(FileInfo file)
    {
        try
        {
            using StreamReader reader = file.OpenText();
            YamlStream stream = [];
            stream.Load(reader);
            return stream.Documents.Count == 0 ? []
                : stream.Documents[0].RootNode as YamlMappingNode ?? throw Unreadable(file, "-");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or YamlException)
        {
            throw Unreadable(file, error.Message);
        }
    }

    private static RefusedException Unreadable(FileInfo file, string detail) => new("limits-unreadable", ("file", file.ToString()), ("detail", detail));
}
