using System.Globalization;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Frames;

namespace ProdSales.Bench.Models.Planning;

/// <summary>Quantities ordered from a large Chinese manufacturer by month, sales region and first category; whole months from October 2015 to November 2018.</summary>
internal static class TeddyOrders
{
    private const int DayColumn = 0;
    private const int RegionColumn = 1;
    private const int CategoryColumn = 3;
    private const int QuantityColumn = 7;

    internal static PlannedFrame Frame(DataFolder data)
    {
        PlannedPeriod first = PlannedPeriod.Of(new DateOnly(2015, 10, 1), PlannedStep.Month);
        PlannedPeriod[] periods = [.. Enumerable.Range(0, 38).Select(step => first.Later(step, PlannedStep.Month))];
        Dictionary<PlannedLeaf, double[]> values = [];
        using StreamReader text = data.OpenText("cn_teddy_orders/order_train0.csv");
        text.ReadLine();
        while (text.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            DateOnly day = DateOnly.ParseExact(cells[DayColumn], "yyyy/M/d", CultureInfo.InvariantCulture);
            int at = ((day.Year - first.First.Year) * 12) + day.Month - first.First.Month;
            PlannedLeaf leaf = new(null, cells[RegionColumn], cells[CategoryColumn], null, null);
            double[] ofLeaf = values.TryGetValue(leaf, out double[]? known) ? known : values[leaf] = new double[periods.Length];
            if (at >= 0 && at < periods.Length)
            {
                ofLeaf[at] += double.Parse(cells[QuantityColumn], CultureInfo.InvariantCulture);
            }
        }

        PlannedSeries series = new()
        {
            Name = "orders of a Chinese manufacturer",
            Unit = PlannedUnit.Quantity,
            Leaf = [LeafColumns.Region, LeafColumns.ProductLine],
            Levels = [[], [LeafColumns.Region], [LeafColumns.ProductLine]],
            Rows = "",
        };
        PlannedLeaf[] leaves = [.. values.Keys.OrderBy(leaf => leaf.Key, StringComparer.Ordinal)];
        return new PlannedFrame(series, periods[^1].Last, periods, leaves, [.. leaves.Select(leaf => values[leaf])], []);
    }
}
