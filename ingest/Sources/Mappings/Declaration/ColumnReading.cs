using ProdSales.Feeds;
using ProdSales.Sources.Mappings.Yaml;

namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>Reads how one column of a feed is filled.</summary>
internal sealed class ColumnReading(IReadOnlyDictionary<string, ValueMap> maps, ProblemList problems)
{
    private static readonly string[] Keys =
        ["sql", "value", "map", "else", "fix", "prefix", "shift_days", "default", "format", "thousands", "decimal"];

    /// <summary>Reads the rule that stands at a key of <c>columns</c>.</summary>
    /// <returns>The rule, or null when a problem says what is wrong with it.</returns>
    internal ColumnRule? Read(Feed feed, YamlEntry entry)
    {
        if (feed.Column(entry.Key) is not { } column)
        {
            string hint = NearName.Hint(entry.Key, feed.Columns.Select(known => known.Name));
            problems.Add(entry.Line, MappingProblemCodes.UnknownFeedColumn, $"The feed {feed.Name} has no column \"{entry.Key}\"; {hint}.");
            return null;
        }

        return entry.Value switch
        {
            YamlScalar { IsNull: false } scalar => new ColumnRule(entry.Line, column) { Sql = scalar.Text },
            YamlMap map => ReadMap(feed, column, entry, map),
            _ => Misshapen(feed, entry),
        };
    }

    private ColumnRule? Misshapen(Feed feed, YamlEntry entry)
    {
        problems.Add(
            entry.Line,
            MappingProblemCodes.WrongShape,
            $"{feed.Name}.{entry.Key} must be an SQL expression, or keys; {NearName.Hint("", Keys)}.");
        return null;
    }

    private ColumnRule ReadMap(Feed feed, FeedColumn column, YamlEntry entry, YamlMap map)
    {
        MapFields fields = new(map, $"{feed.Name}.{column.Name}", problems, Keys);
        if (fields.Has("sql") == fields.Has("value"))
        {
            problems.Add(entry.Line, MappingProblemCodes.MissingKey, $"{feed.Name}.{column.Name} must have either \"sql\" or \"value\".");
        }

        ColumnRule rule = new(entry.Line, column)
        {
            Sql = fields.Text("sql"),
            Value = fields.Text("value"),
            Map = ReadValueMap(fields, "map"),
            Else = ReadElse(fields),
            Fix = ReadValueMap(fields, "fix"),
            Prefix = fields.Text("prefix"),
            ShiftDays = fields.Whole("shift_days") ?? 0,
            Default = fields.Text("default"),
            Format = fields.Text("format"),
            Thousands = fields.Text("thousands"),
            DecimalMark = fields.Text("decimal"),
        };
        NoteMisplacedKeys(rule, fields, $"{feed.Name}.{column.Name}");
        return rule;
    }

    private static MapElse ReadElse(MapFields fields) => fields.Word("else", "error", "keep", "null") switch
    {
        "keep" => MapElse.Keep,
        "null" => MapElse.Null,
        _ => MapElse.Error,
    };

    private ValueMap? ReadValueMap(MapFields fields, string key)
    {
        switch (fields.Value(key))
        {
            case null:
                return null;
            case YamlMap inline:
                return ValueMapReading.Read(inline, key, problems);
            case YamlScalar name when maps.TryGetValue(name.Text, out ValueMap? map):
                return map;
            case YamlScalar name:
                problems.Add(
                    name.Line,
                    MappingProblemCodes.UnknownMap,
                    $"There is no map \"{name.Text}\"; {NearName.Hint(name.Text, maps.Keys)}.");
                return null;
            case { } node:
                problems.Add(
                    node.Line,
                    MappingProblemCodes.WrongShape,
                    $"{key} must be the name of a map, or values with what they become.");
                return null;
        }
    }

    private void NoteMisplacedKeys(ColumnRule rule, MapFields fields, string subject)
    {
        bool isTime = rule.Column.Type is FeedType.Date or FeedType.Instant;
        bool isNumber = rule.Column.Type is FeedType.Integer or FeedType.Decimal or FeedType.Double;
        Require(isTime, "shift_days", "date or instant");
        Require(isTime, "format", "date or instant");
        Require(isNumber, "thousands", "number");
        Require(isNumber, "decimal", "number");
        Require(rule.Column.Type is FeedType.Text, "prefix", "text");

        void Require(bool fits, string key, string kind)
        {
            if (fields.Has(key) && !fits)
            {
                problems.Add(
                    fields.LineOf(key),
                    MappingProblemCodes.MisplacedKey,
                    $"{subject} is of type {rule.Column.Type}; \"{key}\" is allowed for a {kind} only.");
            }
        }
    }
}
