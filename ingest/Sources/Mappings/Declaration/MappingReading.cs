using ProdSales.Sources.Mappings.Yaml;

namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>Reads a mapping from YAML.</summary>
internal static class MappingReading
{
    private static readonly string[] Keys = ["system", "currency", "group_currency", "time_zone", "maps", "tables", "feeds"];

    /// <summary>Reads a whole mapping.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="problems">Takes everything that is wrong.</param>
    /// <returns>The mapping as far as it could be read, or null when the text is no YAML map.</returns>
    internal static MappingDeclaration? Read(string text, ProblemList problems)
    {
        if (YamlText.Read(text, problems) is not { } map)
        {
            return null;
        }

        MapFields fields = new(map, "The mapping", problems, Keys);
        string system = fields.RequiredText("system");
        string? currency = CurrencyOf(fields, "currency", problems);
        string? groupCurrency = CurrencyOf(fields, "group_currency", problems) ?? currency;
        IReadOnlyDictionary<string, ValueMap> maps = ValueMapReading.ReadNamed(fields, problems);
        MappingHead head = new(system, currency, groupCurrency);
        MappingDeclaration declaration = new(
            system,
            currency,
            groupCurrency,
            TimeZoneOf(fields, problems),
            maps,
            TableReading.Read(fields, problems),
            new FeedReading(head, maps, problems).Read(fields));
        NoteEmptySections(fields, problems);
        return declaration;
    }

    private static string? CurrencyOf(MapFields fields, string key, ProblemList problems)
    {
        string? code = fields.Text(key);
        if (code is null || (code.Length == 3 && code.All(char.IsAsciiLetterUpper)))
        {
            return code;
        }

        problems.Add(
            fields.LineOf(key),
            MappingProblemCodes.BadValue,
            $"The mapping: {key} is \"{code}\"; it must be an ISO 4217 code of three capital letters, as in CNY.");
        return null;
    }

    private static string TimeZoneOf(MapFields fields, ProblemList problems)
    {
        string zone = fields.Text("time_zone") ?? "UTC";
        if (TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return zone;
        }

        problems.Add(
            fields.LineOf("time_zone"),
            MappingProblemCodes.BadValue,
            $"The mapping: time_zone is \"{zone}\"; it must be an IANA zone, as in Asia/Shanghai.");
        return "UTC";
    }

    private static void NoteEmptySections(MapFields fields, ProblemList problems)
    {
        foreach (string key in new[] { "tables", "feeds" })
        {
            if (fields.Value(key) is null)
            {
                problems.Add(
                    fields.LineOf(key),
                    MappingProblemCodes.MissingKey,
                    $"The mapping must have the key \"{key}\" with at least one entry.");
            }
        }
    }
}
