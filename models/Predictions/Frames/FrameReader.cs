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

    /// <summary>Reads the rows of one day, or of the ends of all months from a day to a day and of the latter.</summary>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="prediction">What is predicted.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, which is read in any case.</param>
    /// <param name="known">The day up to which outcomes count as known.</param>
    /// <param name="cancellation">Interrupts the statement.</param>
    /// <exception cref="WarehouseException">The statement failed.</exception>
    public static Frame Read(
        DuckDbConnection connection, Prediction prediction, DateOnly first, DateOnly last, DateOnly known, CancellationToken cancellation)
    {
        using DuckDbCommand command = Asking(connection, prediction, "SELECT date AS as_of FROM dim_date WHERE date = $last OR (date BETWEEN $first AND $last AND date = last_day(date))");
        command.Parameters.Add(new DuckDbParameter("first", first));
        command.Parameters.Add(new DuckDbParameter("last", last));
        return Read(command, prediction, known, cancellation);
    }

    /// <summary>Reads the rows of some days.</summary>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="prediction">What is predicted.</param>
    /// <param name="days">The days.</param>
    /// <param name="known">The day up to which outcomes count as known.</param>
    /// <param name="cancellation">Interrupts the statement.</param>
    /// <exception cref="WarehouseException">The statement failed.</exception>
    public static Frame ReadOn(DuckDbConnection connection, Prediction prediction, IEnumerable<DateOnly> days, DateOnly known, CancellationToken cancellation)
    {
        using DuckDbCommand command = Asking(connection, prediction, "SELECT DISTINCT CAST(unnest(string_split($days, ' ')) AS DATE) AS as_of");
        command.Parameters.Add(new DuckDbParameter("days", string.Join(' ', days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))));
        return Read(command, prediction, known, cancellation);
    }

    private static DuckDbCommand Asking(DuckDbConnection connection, Prediction prediction, string moment) => connection.CreateCommand($"""
        WITH moment AS ({moment})
        SELECT * FROM (
        {prediction.Definition.Frame}
        ) ORDER BY as_of, source_system, subject_id
        """);

    private static Frame Read(DuckDbCommand command, Prediction prediction, DateOnly known, CancellationToken cancellation)
    {
        command.Parameters.Add(new DuckDbParameter("known", known));
        command.Parameters.Add(new DuckDbParameter("horizon", prediction.HorizonDays));
        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        FeatureDefinition[] features = [.. prediction.Definition.Features];
        int[] places = [.. features.Select(feature => reader.GetOrdinal(feature.Name))];
        List<FrameRow> rows = [];
        List<object?>[] values = [.. features.Select(_ => new List<object?>())];
        while (reader.Read())
        {
            rows.Add(RowOf(reader));
            for (int at = 0; at < places.Length; at++)
            {
                values[at].Add(reader.IsDBNull(places[at]) ? null : reader.GetValue(places[at]));
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return new Frame(rows, new Table([.. features.Select((feature, at) => ColumnOf(feature, values[at]))]));
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
            Value<bool>("outcome"));
    }

    private static TableColumn ColumnOf(FeatureDefinition feature, List<object?> values) => feature.Kind switch
    {
        ColumnKind.Category => TableColumn.OfCategories(feature.Name, [.. values.Select(value => value as string)]),
        ColumnKind.Boolean => TableColumn.OfBooleans(feature.Name, [.. values.Select(value => (bool?)value)]),
        ColumnKind.Date => TableColumn.OfDates(feature.Name, [.. values.Select(value => value is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : (DateTime?)value)]),
        _ => TableColumn.OfNumbers(feature.Name, [.. values.Select(value => value is null ? double.NaN : Convert.ToDouble(value, CultureInfo.InvariantCulture))]),
    };
}
