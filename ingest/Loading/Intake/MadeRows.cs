using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ProdSales.Feeds;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Intake;

/// <summary>Turns rows that a program made into an input like any other.</summary>
public static class MadeRows
{
    /// <summary>An input of typed rows, read as often as loading asks.</summary>
    /// <param name="feed">The feed that all rows belong to.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="origin">What made them, for progress and messages.</param>
    public static FeedInput Of(Feed feed, IReadOnlyList<FeedRow> rows, string origin)
    {
        string json = Json(feed, rows);
        return new FeedInput
        {
            Feed = feed,
            Origin = origin,
            Open = token =>
            {
                DuckDbConnection connection = new("DataSource=:memory:;threads=1");
                connection.Open();
                DuckDbCommand command = connection.CreateCommand(Select(feed));
                command.Parameters.Add(new DuckDbParameter("rows", json));
                command.Parameters.Add(new DuckDbParameter("origin", origin));
                command.IsStreaming = true;
                return command.ExecuteChunks(token);
            },
        };
    }

    private static string Select(Feed feed)
    {
        string shape = SqlText.Join(",", feed.Columns.Select(column => $"\"{column.Name}\":\"{column.DuckDbType}\"").Append("\"_line\":\"BIGINT\""));
        return $$"""
            SELECT {{SqlText.Columns("r", feed.Columns.Select(column => column.Name))}}, CAST($origin AS VARCHAR) AS _file, r._line, CAST(NULL AS VARCHAR) AS _error
            FROM (SELECT unnest(from_json(CAST($rows AS JSON), '[{{{shape}}}]'), recursive := true)) AS r
            """;
    }

    private static string Json(Feed feed, IReadOnlyList<FeedRow> rows)
    {
        ArrayBufferWriter<byte> bytes = new();
        using Utf8JsonWriter writer = new(bytes);
        writer.WriteStartArray();
        for (int row = 0; row < rows.Count; row++)
        {
            writer.WriteStartObject();
            foreach (FeedColumn column in feed.Columns)
            {
                writer.WritePropertyName(column.Name);
                Write(writer, column.Property.GetValue(rows[row]));
            }

            writer.WriteNumber("_line", row + 1);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case double number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case DateOnly day: writer.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case DateTime instant: writer.WriteStringValue(instant.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)); break;
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }
}
