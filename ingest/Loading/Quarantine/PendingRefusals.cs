using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Reports;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Quarantine;

/// <summary>The rows that the running batch has refused, whole and with every reason; they reach the quarantine when the batch commits.</summary>
internal sealed class PendingRefusals(DuckDbTransaction transaction)
{
    private const string ReasonType = "STRUCT(\"column\" VARCHAR, \"value\" VARCHAR, code VARCHAR, allowed VARCHAR)[]";

    /// <summary>Makes the table.</summary>
    internal void Create() => transaction.Connection!.Execute($"""
        CREATE OR REPLACE TEMP TABLE pending_refusal (
            feed VARCHAR, file VARCHAR, line BIGINT, row_values VARCHAR, reasons {ReasonType}
        )
        """);

    /// <summary>Writes the statement that takes the bad ones of the appended rows.</summary>
    internal static string Statement(StarTable star, RowRules rules) => $"""
        INSERT INTO pending_refusal
        SELECT {SqlText.Text(star.Feed.Name)}, _file, _line, _row, _reasons
        FROM (SELECT a._file, a._line, {RowAsJson(star.Feed)} AS _row, {rules.Reasons()} AS _reasons FROM appended AS a)
        WHERE len(_reasons) > 0
        """;

    /// <summary>Writes the statement that takes rows because others of the same id and version say something else.</summary>
    /// <param name="star">The table of the feed.</param>
    /// <param name="from">A FROM clause in which <c>a</c> has the rows of the input.</param>
    /// <param name="condition">Which of them are refused.</param>
    internal static string Contradictions(StarTable star, string from, string condition) => $"""
        INSERT INTO pending_refusal
        SELECT {SqlText.Text(star.Feed.Name)}, a._file, a._line, {RowAsJson(star.Feed)},
            [row('source_id', a.source_id, {SqlText.Text(LoadingReasons.VersionContradicts)}, 'one content for version ' || a.version)]
        FROM {from}
        WHERE {condition}
        """;

    /// <summary>Takes the records that no reader could turn into rows.</summary>
    internal void Add(Feed feed, IReadOnlyList<UnreadRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        ColumnType text = ColumnType.Of(DuckDbType.Varchar);
        ResultColumn[] columns =
        [
            new("file", text), new("line", ColumnType.Of(DuckDbType.BigInt)), new("column", text), new("value", text), new("code", text), new("allowed", text),
        ];
        string sql = $"""
            INSERT INTO pending_refusal
            SELECT {SqlText.Text(feed.Name)}, a.file, a.line, '{"{}"}', [row(a."column", a."value", a.code, a.allowed)] FROM appended AS a
            """;
        using ChunkAppender appender = ChunkAppender.ToStatement(transaction, sql, columns);
        using ChunkWriter writer = new([.. columns.Select(column => column.Type)]);
        foreach (UnreadRow[] part in rows.Chunk(ChunkWriter.Capacity))
        {
            Write(writer, part);
            appender.Append(writer);
        }

        appender.Close();
    }

    /// <summary>Counts the refused rows of a feed.</summary>
    internal long Count(Feed feed) => transaction.Connection!.Scalar<long>(
        $"SELECT count(*) FROM pending_refusal WHERE feed = {SqlText.Text(feed.Name)}");

    /// <summary>Adds up a measure over the refused rows of a feed, as far as the reader could make numbers of it.</summary>
    internal static string TotalOf(FeedColumn measure) =>
        $"sum(TRY_CAST(json_extract_string(row_values, '$.{measure.Name}') AS {(measure.Type is FeedType.Double ? "DOUBLE" : "DECIMAL(18, 4)")}))";

    /// <summary>Counts the refused rows of a feed by reason.</summary>
    internal Dictionary<string, long> Reasons(Feed feed)
    {
        using DuckDbCommand command = transaction.Connection!.CreateCommand($"""
            SELECT reason.code, count(*) FROM (SELECT unnest(reasons) AS reason FROM pending_refusal WHERE feed = {SqlText.Text(feed.Name)})
            GROUP BY ALL ORDER BY ALL
            """);
        using DuckDbDataReader reader = command.ExecuteReader();
        Dictionary<string, long> reasons = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            reasons[reader.GetString(0)] = reader.GetInt64(1);
        }

        return reasons;
    }

    /// <summary>Gives the first refused rows of a feed, one for each reason, in the order of their files.</summary>
    internal List<RefusedRow> First(Feed feed, int count)
    {
        using DuckDbCommand command = transaction.Connection!.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT file, line, reason."column", reason."value", reason.code, reason.allowed
            FROM (SELECT file, line, unnest(reasons) AS reason FROM pending_refusal WHERE feed = {SqlText.Text(feed.Name)})
            ORDER BY ALL LIMIT {count}
            """));
        using DuckDbDataReader reader = command.ExecuteReader();
        List<RefusedRow> rows = [];
        while (reader.Read())
        {
            rows.Add(new RefusedRow(
                feed.Name, Text(reader, 0), reader.IsDBNull(1) ? null : reader.GetInt64(1), Text(reader, 2), Text(reader, 3), reader.GetString(4), Text(reader, 5)));
        }

        return rows;
    }

    private static string? Text(DuckDbDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    private static string RowAsJson(Feed feed) =>
        $"CAST(to_json({{{SqlText.Join(", ", feed.Columns.Select(column => $"{SqlText.Text(column.Name)}: CAST(a.{SqlText.Name(column.Name)} AS VARCHAR)"))}}}) AS VARCHAR)";

    private static void Write(ChunkWriter writer, UnreadRow[] rows)
    {
        writer.Reset();
        for (int row = 0; row < rows.Length; row++)
        {
            writer.SetText(0, row, rows[row].File);
            if (rows[row].Line is { } line)
            {
                writer.Values<long>(1)[row] = line;
            }
            else
            {
                writer.SetNull(1, row);
            }

            writer.SetText(2, row, rows[row].Column);
            writer.SetText(3, row, rows[row].Value);
            writer.SetText(4, row, rows[row].Code);
            writer.SetText(5, row, rows[row].Allowed);
        }

        writer.Count = rows.Length;
    }
}
