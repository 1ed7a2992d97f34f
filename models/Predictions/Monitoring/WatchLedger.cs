using System.Text.Json;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Monitoring;

/// <summary>What the watch has seen, and the alarms, in tables of the warehouse.</summary>
/// <param name="database">The warehouse.</param>
public sealed class WatchLedger(WarehouseDatabase database)
{
    /// <summary>Lists alarms, the last raised first.</summary>
    /// <param name="isOpen">True for those that stand, false for those that are over, null for all.</param>
    public IReadOnlyList<ModelAlarm> Alarms(bool? isOpen) => Read(
        """
        SELECT model_id, figure, feature, severity, raised_day, seen_day, over_day, value, at_limit FROM model_alarm
        WHERE $open IS NULL OR (over_day IS NULL) = $open ORDER BY raised_day DESC, model_id, figure, feature
        """,
        reader => new ModelAlarm(
            reader.GetString(0),
            reader.GetString(1),
            reader.IsDBNull(2) ? null : reader.GetString(2),
            reader.GetString(3),
            reader.GetFieldValue<DateOnly>(4),
            reader.GetFieldValue<DateOnly>(5),
            reader.IsDBNull(6) ? null : reader.GetFieldValue<DateOnly>(6),
            reader.GetDouble(7),
            reader.GetDouble(8)),
        ("open", isOpen));

    /// <summary>Gives the figures of the last look at a model, and its day; null before the first look.</summary>
    public (DateOnly Day, IReadOnlyList<WatchFigure> Figures)? Last(string modelId)
    {
        List<(DateOnly Day, WatchFigure Figure)> rows = Read(
            """
            SELECT watch_day, figure, feature, value, row_count FROM model_watch
            WHERE model_id = $model AND watch_day = (SELECT max(watch_day) FROM model_watch WHERE model_id = $model) ORDER BY figure, feature
            """,
            reader => (reader.GetFieldValue<DateOnly>(0), new WatchFigure(reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetDouble(3), reader.GetInt64(4))),
            ("model", modelId));
        return rows.Count == 0 ? null : (rows[0].Day, [.. rows.Select(row => row.Figure)]);
    }

    /// <summary>Gives the reference of a model; null when it has none yet.</summary>
    internal ReferenceProfile? Reference(string modelId) =>
        Read("SELECT content FROM model_reference WHERE model_id = $model", reader => reader.GetString(0), ("model", modelId)) is [var content, ..]
            ? JsonSerializer.Deserialize<ReferenceProfile>(content)
            : null;

    /// <summary>Keeps a look: its figures, the reference where it is new, and the alarms as they stand after it; all or nothing.</summary>
    /// <param name="modelId">The model, or the name of what else is watched.</param>
    /// <param name="day">The day of the data that was looked at.</param>
    /// <param name="reference">What later looks are held against; null where it is kept already, or none is needed.</param>
    /// <param name="figures">What was seen.</param>
    /// <param name="standing">The alarms that stand on the day; others of the model are over.</param>
    /// <exception cref="WarehouseException">The warehouse failed; nothing was kept.</exception>
    public void Keep(string modelId, DateOnly day, ReferenceProfile? reference, IReadOnlyList<WatchFigure> figures, IReadOnlyList<ModelAlarm> standing) => database.Writer.Write(open =>
    {
        open.TouchNothingElse();
        if (reference is not null)
        {
            Run(open.Connection, "INSERT INTO model_reference VALUES ($model, $content)", ("model", modelId), ("content", JsonSerializer.Serialize(reference)));
        }

        foreach (WatchFigure figure in figures)
        {
            Run(
                open.Connection,
                "INSERT INTO model_watch VALUES ($model, $day, $figure, $feature, $value, $rows)",
                ("model", modelId), ("day", day), ("figure", figure.Figure), ("feature", figure.Feature), ("value", figure.Value), ("rows", figure.Rows));
        }

        foreach (ModelAlarm alarm in standing)
        {
            Raise(open.Connection, alarm);
        }

        // What was not seen on this day is over, and so are alarms of models of the same prediction that serve no more.
        Run(
            open.Connection,
            """
            UPDATE model_alarm SET over_day = $day WHERE over_day IS NULL AND (model_id = $model AND seen_day < $day OR model_id IN (
              SELECT o.model_id FROM prediction_model AS o INNER JOIN prediction_model AS m ON m.prediction = o.prediction WHERE m.model_id = $model AND o.model_id <> $model))
            """,
            ("model", modelId), ("day", day));
    });

    private static void Raise(DuckDbConnection open, ModelAlarm alarm)
    {
        (string, object?)[] key = [("model", alarm.ModelId), ("figure", alarm.Figure), ("feature", alarm.Feature), ("severity", alarm.Severity), ("day", alarm.SeenDay), ("value", alarm.Value), ("limit", alarm.Limit)];
        int known = Run(
            open,
            """
            UPDATE model_alarm SET seen_day = $day, value = $value, severity = $severity, at_limit = $limit
            WHERE model_id = $model AND figure = $figure AND feature IS NOT DISTINCT FROM $feature AND over_day IS NULL
            """,
            key);
        if (known == 0)
        {
            Run(open, "INSERT INTO model_alarm VALUES ($model, $figure, $feature, $severity, $day, $day, NULL, $value, $limit)", key);
        }
    }

    private static int Run(DuckDbConnection open, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using DuckDbCommand command = open.CreateCommand(sql);
        foreach ((string name, object? value) in values)
        {
            command.Parameters.Add(new DuckDbParameter(name, value));
        }

        return command.ExecuteNonQuery();
    }

    private List<T> Read<T>(string sql, Func<DuckDbDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using ReaderLease lease = database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(sql);
        foreach ((string name, object? value) in values)
        {
            command.Parameters.Add(new DuckDbParameter(name, value));
        }

        using DuckDbDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
