using ProdSales.Feeds;
using ProdSales.Sources.Mappings.Yaml;

namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>Reads the section <c>feeds</c> of a mapping.</summary>
internal sealed class FeedReading(MappingHead head, IReadOnlyDictionary<string, ValueMap> maps, ProblemList problems)
{
    private static readonly string[] Keys = ["from", "join", "where", "columns", "notices"];

    private readonly ColumnReading _columns = new(maps, problems);

    /// <summary>Returns the entries of all feeds; problems tell of the misshapen ones.</summary>
    internal IReadOnlyList<FeedEntry> Read(MapFields fields)
    {
        List<FeedEntry> entries = [];
        foreach (YamlEntry entry in fields.Entries("feeds"))
        {
            if (FeedCatalogue.Find(entry.Key) is { } feed)
            {
                entries.AddRange(MapsOf(entry).Select(map => ReadEntry(feed, map)));
            }
            else
            {
                string hint = NearName.Hint(entry.Key, FeedCatalogue.All.Select(known => known.Name));
                problems.Add(entry.Line, MappingProblemCodes.UnknownFeed, $"There is no feed \"{entry.Key}\"; {hint}.");
            }
        }

        return entries;
    }

    private IEnumerable<YamlMap> MapsOf(YamlEntry entry)
    {
        switch (entry.Value)
        {
            case YamlMap map:
                return [map];
            case YamlList list when list.Items.All(item => item is YamlMap):
                return list.Items.Cast<YamlMap>();
            default:
                problems.Add(
                    entry.Line,
                    MappingProblemCodes.WrongShape,
                    $"feed {entry.Key} must have keys, or a list of such; {NearName.Hint("", Keys)}.");
                return [];
        }
    }

    private FeedEntry ReadEntry(Feed feed, YamlMap map)
    {
        MapFields fields = new(map, $"feed {feed.Name}", problems, Keys);
        List<ColumnRule> rules = [.. fields.Entries("columns").Select(entry => _columns.Read(feed, entry)).OfType<ColumnRule>()];
        rules.AddRange(ImpliedColumns.Of(feed, head, rules, map.Line));
        FeedEntry entry = new(map.Line, feed, fields.RequiredText("from"), fields.LineOf("from"))
        {
            Join = fields.Text("join"),
            JoinLine = fields.LineOf("join"),
            Where = fields.Text("where"),
            WhereLine = fields.LineOf("where"),
            Columns = rules,
            Notices = [.. fields.Entries("notices").Select(notice => NoticeOf(feed, notice))],
        };
        NoteMissingColumns(entry, fields);
        return entry;
    }

    private Notice NoticeOf(Feed feed, YamlEntry entry)
    {
        if (entry.Value is YamlScalar { IsNull: false } condition)
        {
            return new Notice(entry.Line, entry.Key, condition.Text);
        }

        problems.Add(entry.Line, MappingProblemCodes.WrongShape, $"feed {feed.Name}: the notice \"{entry.Key}\" must be an SQL condition.");
        return new Notice(entry.Line, entry.Key, "false");
    }

    private void NoteMissingColumns(FeedEntry entry, MapFields fields)
    {
        HashSet<string> written = [.. fields.Entries("columns").Select(column => column.Key), .. entry.Columns.Select(rule => rule.Column.Name)];
        foreach (FeedColumn column in entry.Feed.Columns.Where(column => column.IsRequired && !written.Contains(column.Name)))
        {
            problems.Add(
                fields.LineOf("columns"),
                MappingProblemCodes.MissingRequiredColumn,
                $"{entry.Title} must fill the required column \"{column.Name}\" ({RowCheckText.Allowed(column)}).");
        }

        if (entry.Feed.Column("exchange_rate") is not null && written.Contains("currency") && !written.Contains("exchange_rate"))
        {
            problems.Add(
                fields.LineOf("columns"),
                MappingProblemCodes.ExchangeRateMissing,
                $"{entry.Title} must fill \"exchange_rate\": only rows in the group currency ({head.GroupCurrency ?? "not said"}) may leave it out.");
        }
    }
}
