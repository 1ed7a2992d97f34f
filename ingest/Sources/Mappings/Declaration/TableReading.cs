using ProdSales.Sources.Mappings.Yaml;
using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>Reads the section <c>tables</c> of a mapping.</summary>
internal static class TableReading
{
    private static readonly string[] Keys =
    [
        "file", "format", "delimiter", "quote", "line_end", "encoding", "sheet", "table", "header", "columns",
        "null_text", "skip_lines", "joins_short_lines", "sql",
    ];

    private static readonly Dictionary<string, SourceFormat> Formats = new(StringComparer.Ordinal)
    {
        ["csv"] = SourceFormat.Delimited,
        ["tsv"] = SourceFormat.Delimited,
        ["delimited"] = SourceFormat.Delimited,
        ["ndjson"] = SourceFormat.Ndjson,
        ["parquet"] = SourceFormat.Parquet,
        ["xlsx"] = SourceFormat.Workbook,
        ["xls"] = SourceFormat.Workbook,
        ["xes"] = SourceFormat.EventLog,
        ["sql"] = SourceFormat.SqlScript,
    };

    /// <summary>Returns the tables that are well declared; problems tell of the others.</summary>
    internal static IReadOnlyList<TableDeclaration> Read(MapFields head, ProblemList problems)
    {
        List<TableDeclaration> tables = [];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (YamlEntry entry in head.Entries("tables"))
        {
            if (entry.Key.StartsWith('_'))
            {
                problems.Add(
                    entry.Line,
                    MappingProblemCodes.BadValue,
                    $"The table name \"{entry.Key}\" must not begin with an underscore.");
            }
            else if (!names.Add(entry.Key))
            {
                problems.Add(
                    entry.Line,
                    MappingProblemCodes.DuplicateKey,
                    $"The table \"{entry.Key}\" stands above in other letters; SQL does not tell the two apart.");
            }
            else if (entry.Value is YamlMap map)
            {
                tables.Add(ReadTable(entry, map, problems));
            }
            else
            {
                problems.Add(
                    entry.Line,
                    MappingProblemCodes.WrongShape,
                    $"table \"{entry.Key}\" must have keys; {NearName.Hint("", Keys)}.");
            }
        }

        return tables;
    }

    private static TableDeclaration ReadTable(YamlEntry entry, YamlMap map, ProblemList problems)
    {
        MapFields fields = new(map, $"table \"{entry.Key}\"", problems, Keys);
        if (fields.Has("sql") == fields.Has("file"))
        {
            problems.Add(entry.Line, MappingProblemCodes.MissingKey, $"table \"{entry.Key}\" must have either \"file\" or \"sql\".");
        }

        return fields.Has("sql")
            ? new DerivedTable(fields.LineOf("sql"), entry.Key, fields.RequiredText("sql"))
            : new FileTable(entry.Line, entry.Key, fields.Text("file") ?? "", OptionsOf(fields));
    }

    private static ReadOptions OptionsOf(MapFields fields) => new()
    {
        Format = fields.Word("format", [.. Formats.Keys]) is { } format ? Formats[format] : null,
        Delimiter = fields.Text("delimiter"),
        Quote = fields.Text("quote"),
        LineEnd = fields.Text("line_end"),
        Encoding = fields.Text("encoding"),
        Sheet = fields.Text("sheet"),
        Table = fields.Text("table"),
        HasHeader = fields.Flag("header"),
        Columns = fields.Texts("columns"),
        NullText = fields.Text("null_text"),
        SkipLines = fields.Whole("skip_lines") ?? 0,
        JoinsShortLines = fields.Flag("joins_short_lines") ?? false,
    };
}
