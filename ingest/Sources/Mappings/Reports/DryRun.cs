using ProdSales.Sources.Mappings.Staging;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Mappings.Reports;

/// <summary>Runs the SELECTs of a prepared mapping and counts what they give.</summary>
internal sealed class DryRun(PreparedMapping mapping, CancellationToken cancellation)
{
    private readonly StagingSql _sql = new(mapping.Staging.Connection);

    /// <summary>Returns the report of all entries.</summary>
    internal CheckReport Report()
    {
        EntryReport[] entries = [.. mapping.Feeds.SelectMany(feed => feed.Entries).Select(ReportOf)];
        return new CheckReport(
            mapping.Name,
            entries,
            [.. mapping.Tables.SelectMany(table => table.Defects)],
            mapping.Tables.Sum(table => table.DefectCount));
    }

    /// <summary>Returns the known dirt of the entries that name some.</summary>
    internal IReadOnlyList<EntryDirt> Dirt() =>
        [.. mapping.Feeds.SelectMany(feed => feed.Entries).Where(entry => entry.Counted.Count > 0).Select(DirtOf)];

    private EntryDirt DirtOf(MappedEntry entry)
    {
        if (entry.CountSql is not { } sql)
        {
            return new EntryDirt(entry.Feed.Name, entry.From, 0, []);
        }

        long[] counts = Counts(sql);
        DirtCount[] kinds = [.. entry.Counted.Select((kind, index) => new DirtCount(kind.Name, kind.Meaning, counts[index + 2]))];
        return new EntryDirt(entry.Feed.Name, entry.From, counts[0] - counts[1], kinds);
    }

    private EntryReport ReportOf(MappedEntry entry)
    {
        long[] rows = Counts($"SELECT count(*), count(_error) FROM ({entry.Sql}) AS rows");
        EntryDirt dirt = DirtOf(entry);
        return new EntryReport(
            entry.Feed.Name,
            entry.From,
            rows[0],
            rows[1],
            dirt.LeftOut,
            rows[1] == 0 ? [] : ReasonsOf(entry),
            dirt.Kinds);
    }

    private long[] Counts(string sql)
    {
        using DuckDbCommand command = _sql.Command(sql);
        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        reader.Read();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetInt64)];
    }

    private List<ReasonCount> ReasonsOf(MappedEntry entry)
    {
        using DuckDbCommand command = _sql.Command($$"""
            SELECT e.defect.column AS col, e.defect.code AS code, count(*) AS n,
                   arg_min(e.defect.value, e.place) AS val, any_value(e.defect.allowed) AS allowed, arg_min(e._file, e.place) AS f, min(e._line) AS l
            FROM (
              SELECT _file, _line, row_number() OVER (ORDER BY _line NULLS LAST, _file) AS place,
                     unnest(from_json(_error, '[{"column":"VARCHAR","value":"VARCHAR","code":"VARCHAR","allowed":"VARCHAR"}]')) AS defect
              FROM ({{entry.Sql}}) AS rows WHERE _error IS NOT NULL) AS e
            GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
            """);
        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        List<ReasonCount> reasons = [];
        while (reader.Read())
        {
            string column = reader.GetString(0);
            string message = RowCheckText.Message(
                reader.GetString(5),
                Line(reader),
                column,
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.GetString(4));
            reasons.Add(new ReasonCount(column, reader.GetString(1), reader.GetInt64(2), message)
            {
                File = reader.GetString(5),
                Allowed = reader.GetString(4),
                Line = Line(reader),
                Value = reader.IsDBNull(3) ? null : reader.GetString(3),
            });
        }

        return reasons;
    }

    private static long? Line(DuckDbDataReader reader) => reader.IsDBNull(6) ? null : reader.GetInt64(6);
}
