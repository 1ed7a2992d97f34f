using ProdSales.Planning.Definition;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Planning.Frames;

/// <summary>Asks the star for the series of a definition as of a day.</summary>
public static class PlannedFrameReader
{
    // Data that begin later than this in their first period do not tell the whole of it.
    private const int LateStart = 7;

    /// <summary>Reads.</summary>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="series">The definition.</param>
    /// <param name="origin">The origin day: no later row is read.</param>
    /// <param name="cancellation">Interrupts the statement.</param>
    /// <exception cref="WarehouseException">A statement failed.</exception>
    public static PlannedFrame Read(DuckDbConnection connection, PlannedSeries series, DateOnly origin, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(series);
        PlannedPeriod lastWhole = PlannedPeriod.Of(origin.AddDays(1), series.Step).Later(-1, series.Step);
        List<Cell> cells = Cells(connection, series, origin, lastWhole, cancellation);
        DateOnly? begin = cells.Count == 0 ? null : cells.Min(cell => cell.FirstDay);
        PlannedPeriod[] periods = begin is { } day ? PeriodsFrom(day, lastWhole, series.Step) : [];
        Dictionary<DateOnly, int> places = periods.Index().ToDictionary(entry => entry.Item.First, entry => entry.Index);
        bool[] isKnown = new bool[periods.Length];
        Dictionary<PlannedLeaf, double[]> values = [];
        foreach (Cell cell in cells.Where(cell => places.ContainsKey(cell.Period)))
        {
            int at = places[cell.Period];
            isKnown[at] = true;
            if (!values.TryGetValue(cell.Leaf, out double[]? ofLeaf))
            {
                values[cell.Leaf] = ofLeaf = new double[periods.Length];
            }

            ofLeaf[at] = cell.Value;
        }

        PlannedLeaf[] leaves = [.. values.Keys.OrderBy(leaf => leaf.Key, StringComparer.Ordinal)];
        double[][] ordered = [.. leaves.Select(leaf => WithGaps(values[leaf], isKnown))];
        return new PlannedFrame(series, origin, periods, leaves, ordered, Missing(connection, series, origin, cells, cancellation));
    }

    private static List<Cell> Cells(DuckDbConnection connection, PlannedSeries series, DateOnly origin, PlannedPeriod lastWhole, CancellationToken cancellation)
    {
        using DuckDbCommand command = connection.CreateCommand($"""
            SELECT CAST(date_trunc($step, day) AS DATE) AS period, min(day) AS first_day, source_system, {string.Join(", ", series.Leaf)}, CAST(sum(value) AS DOUBLE) AS value
            FROM (
            {series.Rows}
            ) AS r
            WHERE day <= $last
            GROUP BY ALL
            ORDER BY ALL
            """);
        command.Parameters.Add(new DuckDbParameter("step", series.Step is PlannedStep.Month ? "month" : "week"));
        command.Parameters.Add(new DuckDbParameter("origin", origin));
        command.Parameters.Add(new DuckDbParameter("last", lastWhole.Last));
        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        List<Cell> cells = [];
        while (reader.Read())
        {
            string? Text(string column) => !series.Leaf.Contains(column, StringComparer.Ordinal) || reader.IsDBNull(reader.GetOrdinal(column))
                ? null
                : reader.GetString(reader.GetOrdinal(column));
            (string? employee, string? product) = (Text(LeafColumns.Employee), Text(LeafColumns.Product));
            string? source = employee is null && product is null || reader.IsDBNull(2) ? null : reader.GetString(2);
            PlannedLeaf leaf = new(source, Text(LeafColumns.Region), Text(LeafColumns.ProductLine), employee, product);
            cells.Add(new Cell(leaf, reader.GetFieldValue<DateOnly>(0), reader.GetFieldValue<DateOnly>(1), reader.GetDouble(reader.GetOrdinal("value"))));
        }

        cancellation.ThrowIfCancellationRequested();
        return Joined(cells);
    }

    // Rows of several source systems may fall into one leaf that belongs to none of them.
    private static List<Cell> Joined(List<Cell> cells) =>
    [
        .. cells.GroupBy(cell => (cell.Leaf, cell.Period)).Select(group => group.First() with { FirstDay = group.Min(cell => cell.FirstDay), Value = group.Sum(cell => cell.Value) }),
    ];

    private static PlannedPeriod[] PeriodsFrom(DateOnly begin, PlannedPeriod lastWhole, PlannedStep step)
    {
        PlannedPeriod first = PlannedPeriod.Of(begin, step);
        first = begin.DayNumber - first.First.DayNumber >= LateStart ? first.Later(1, step) : first;
        List<PlannedPeriod> periods = [];
        for (PlannedPeriod period = first; period.First <= lastWhole.First; period = period.Later(1, step))
        {
            periods.Add(period);
        }

        return [.. periods];
    }

    private static double[] WithGaps(double[] values, bool[] isKnown)
    {
        for (int at = 0; at < values.Length; at++)
        {
            values[at] = isKnown[at] ? values[at] : double.NaN;
        }

        return values;
    }

    private static string[] Missing(DuckDbConnection connection, PlannedSeries series, DateOnly origin, List<Cell> cells, CancellationToken cancellation)
    {
        if (series.Items is null)
        {
            return [];
        }

        using DuckDbCommand command = connection.CreateCommand(series.Items);
        command.Parameters.Add(new DuckDbParameter("origin", origin));
        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        List<string> items = [];
        while (reader.Read())
        {
            items.Add(reader.GetString(0));
        }

        return [.. items.Except(cells.Select(cell => cell.Leaf.ProductId).OfType<string>(), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private readonly record struct Cell(PlannedLeaf Leaf, DateOnly Period, DateOnly FirstDay, double Value);
}
