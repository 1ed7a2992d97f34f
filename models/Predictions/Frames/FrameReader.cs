using System.Globalization;
using ProdSales.Learning.Data;
using ProdSales.Predictions.Definition;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Predictions.Frames;

/// <summary>Reads frames: features as of each day, and what came of it as far as it is known.</summary>
public static class FrameReader
{
    private const string KnownDay = "SELECT max(last_day) FROM snapshot_horizon";

    /// <summary>Gives the last day of which anything is known; null for an empty warehouse.</summary>
    public static DateOnly? LastKnownDay(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand(KnownDay);
        return command.ExecuteScalar() switch { DateOnly day => day, DateTime day => DateOnly.FromDateTime(day), _ => null };
    }

    /// <summary>Reads the rows of one day, or of the landmarks of training from a day to a day and of the latter.</summary>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="prediction">What is predicted.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, which is read in any case.</param>
    /// <param name="known">The day up to which outcomes count as known.</param>
    /// <param name="cancellation">Interrupts the statement.</param>
    /// <exception cref="WarehouseException">The statement failed.</exception>
    public static Frame Read(
        DuckDbConnection connection, Prediction prediction, DateOnly first, DateOnly last, DateOnly known, CancellationToken cancellation) =>
        ReadOn(connection, prediction, [.. Landmarks.Between(first, last, prediction.Definition.LearnsFromMiddles), last], known, cancellation);

    /// <summary>Reads the rows of some days.</summary>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="prediction">What is predicted.</param>
    /// <param name="days">The days.</param>
    /// <param name="known">The day up to which outcomes count as known.</param>
    /// <param name="cancellation">Interrupts the statement.</param>
    /// <exception cref="WarehouseException">The statement failed.</exception>
    public static Frame ReadOn(DuckDbConnection connection, Prediction prediction, IEnumerable<DateOnly> days, DateOnly known, CancellationToken cancellation) =>
        Read(connection, prediction.Definition, [prediction.HorizonDays], days, known, cancellation).For(0);

    /// <summary>Reads once the rows of some days with what came of them within several horizons.</summary>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="definition">What is predicted.</param>
    /// <param name="horizons">The horizons, in days.</param>
    /// <param name="days">The days.</param>
    /// <param name="known">The day up to which outcomes count as known.</param>
    /// <param name="cancellation">Interrupts the statement.</param>
    /// <exception cref="WarehouseException">The statement failed.</exception>
    internal static FrameOfHorizons Read(
        DuckDbConnection connection, PredictionDefinition definition, IReadOnlyList<int> horizons, IEnumerable<DateOnly> days, DateOnly known, CancellationToken cancellation)
    {
        using DuckDbCommand command = connection.CreateCommand($"""
            WITH moment AS (SELECT DISTINCT CAST(unnest(string_split($days, ' ')) AS DATE) AS as_of)
            SELECT *, {string.Join(", ", horizons.Select((_, at) => $"({Bound(definition.Outcome, at)}) AS outcome_{at}"))} FROM (
            {definition.Frame.Replace("$reach", "CAST($reach AS INTEGER)", StringComparison.Ordinal)}
            ) ORDER BY as_of, source_system, subject_id
            """);
        command.Parameters.Add(new DuckDbParameter("days", string.Join(' ', days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))));
        command.Parameters.Add(new DuckDbParameter("known", known));
        foreach ((int at, int horizon) in horizons.Index())
        {
            command.Parameters.Add(new DuckDbParameter(FormattableString.Invariant($"horizon_{at}"), horizon));
        }

        if (definition.Frame.Contains("$reach", StringComparison.Ordinal))
        {
            command.Parameters.Add(new DuckDbParameter("reach", definition.Horizons.Max()));
        }

        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        FrameOfHorizons frame = RowsOf(reader, definition, horizons.Count);
        cancellation.ThrowIfCancellationRequested();
        return frame;
    }

    private static string Bound(string outcome, int at) => outcome.Replace("$horizon", FormattableString.Invariant($"CAST($horizon_{at} AS INTEGER)"), StringComparison.Ordinal);

    private static FrameOfHorizons RowsOf(DuckDbDataReader reader, PredictionDefinition definition, int horizons)
    {
        FeatureDefinition[] features = [.. definition.Features];
        int[] places = [.. features.Select(feature => reader.GetOrdinal(feature.Name))];
        int[] outcomes = [.. Enumerable.Range(0, horizons).Select(at => reader.GetOrdinal(FormattableString.Invariant($"outcome_{at}")))];
        List<FrameRow> rows = [];
        List<bool?>[] came = [.. outcomes.Select(_ => new List<bool?>())];
        List<object?>[] values = [.. features.Select(_ => new List<object?>())];
        while (reader.Read())
        {
            rows.Add(RowOf(reader));
            for (int at = 0; at < outcomes.Length; at++)
            {
                came[at].Add(reader.IsDBNull(outcomes[at]) ? null : reader.GetBoolean(outcomes[at]));
            }

            for (int at = 0; at < places.Length; at++)
            {
                values[at].Add(reader.IsDBNull(places[at]) ? null : reader.GetValue(places[at]));
            }
        }

        return new FrameOfHorizons(rows, new Table([.. features.Select((feature, at) => ColumnOf(feature, values[at]))]), came);
    }

    private static FrameRow RowOf(DuckDbDataReader reader)
    {
        T? Value<T>(string name) where T : struct => reader.IsDBNull(reader.GetOrdinal(name)) ? null : reader.GetFieldValue<T>(reader.GetOrdinal(name));
        string? Text(string name) => reader.IsDBNull(reader.GetOrdinal(name)) ? null : reader.GetString(reader.GetOrdinal(name));
        return new FrameRow(
            reader.GetFieldValue<DateOnly>(reader.GetOrdinal("as_of")),
            Text("source_system")!,
            Text("subject_id")!,
            Text("customer_id"),
            Text("product_id"),
            Text("owner_id"),
            Text("organisation_id"),
            Text("group_id"),
            Value<decimal>("amount"),
            Value<double>("stated_probability"),
            null)
        {
            CameOn = Value<DateOnly>("came_on"),
        };
    }

    private static TableColumn ColumnOf(FeatureDefinition feature, List<object?> values) => feature.Kind switch
    {
        ColumnKind.Category => TableColumn.OfCategories(feature.Name, [.. values.Select(value => value as string)]),
        ColumnKind.Boolean => TableColumn.OfBooleans(feature.Name, [.. values.Select(value => (bool?)value)]),
        ColumnKind.Date => TableColumn.OfDates(feature.Name, [.. values.Select(value => value is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : (DateTime?)value)]),
        _ => TableColumn.OfNumbers(feature.Name, [.. values.Select(value => value is null ? double.NaN : Convert.ToDouble(value, CultureInfo.InvariantCulture))]),
    };
}
