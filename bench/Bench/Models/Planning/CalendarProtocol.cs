using ProdSales.Bench.Explain.Seeds;
using ProdSales.Planning.Calendars;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Frames;
using ProdSales.Planning.Hierarchies;
using ProdSales.Simulation;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Bench.Models.Planning;

/// <summary>Whether workdays and the Spring Festival help, and whether that is known beforehand.</summary>
internal sealed class CalendarProtocol : IProtocol
{
    private const string Orders = "cn_teddy_orders/order_train0.csv";
    private const int Origins = 12;
    private const int Horizon = 6;
    private const int MonthsOfAYear = 12;

    /// <inheritdoc/>
    public string Id => "P1";

    /// <inheritdoc/>
    public string Question =>
        $"Sums (total, region, line and their crossings) of revenue of the demo company (seed 1, five years, scale 0.3) and of quantities of the Chinese maker's orders (region, category), {Origins} month ends, "
        + "1 to 6 months ahead as far as values go: WAPE without a calendar, with workdays, with the Spring Festival too, and with what earlier origins chose.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Absent(Orders);

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        string folder = Directory.CreateTempSubdirectory("calendar").FullName;
        try
        {
            DemoOptions options = new() { Scale = 0.3, Years = 5 };
            using WarehouseDatabase warehouse = WarehouseDatabase.Open(PlantedCompany.In(folder, options).Path);
            using ReaderLease lease = warehouse.Readers.Lease();
            PlannedFrame demo = PlannedFrameReader.Read(lease.Connection, PlannedCatalogue.Find("revenue")!, options.LastDay, CancellationToken.None);
            PlannedFrame orders = TeddyOrders.Frame(data);
            return
            [
                .. Figures("demo company", demo, WorkCalendar.Read(lease.Connection, demo.Periods, CancellationToken.None)),
                .. Figures("Chinese orders", orders, WorkCalendar.Read(lease.Connection, orders.Periods, CancellationToken.None)),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<Figure> Figures(string name, PlannedFrame frame, WorkCalendar calendar)
    {
        FrameHierarchy whole = FrameHierarchy.Of(frame);
        Dictionary<string, (double Errors, double Amount)> sums = [];
        List<CalendarUse> chosen = [];
        for (int known = frame.Periods.Count - Origins; known < frame.Periods.Count; known++)
        {
            NodeForecaster forecaster = new(whole.Nodes, whole.Hierarchy.SumCount, calendar, MonthsOfAYear, Horizon);
            CalendarUse use = new HierarchyForecaster(FrameHierarchy.Of(Until(frame, known)), calendar, MonthsOfAYear, Horizon, frame.IsNonNegative).CalendarChoice(CancellationToken.None);
            chosen.Add(use);
            foreach (CalendarUse tried in Enum.GetValues<CalendarUse>())
            {
                (double errors, double amount) = Errors(forecaster.At(known, tried, whole.Hierarchy.SumCount), whole, known);
                foreach (string label in tried == use ? (string[])[tried.ToString(), "chosen"] : [tried.ToString()])
                {
                    (double before, double of) = sums.GetValueOrDefault(label);
                    sums[label] = (before + errors, of + amount);
                }
            }
        }

        string choices = string.Join(", ", chosen.GroupBy(use => use).Select(group => $"{group.Key} {group.Count()}"));
        return sums.Select(sum => new Figure($"{name}, WAPE of sums, {sum.Key}", sum.Value.Errors / sum.Value.Amount, null, sum.Key == "chosen" ? choices : $"{frame.Periods.Count} months"));
    }

    private static PlannedFrame Until(PlannedFrame frame, int known) =>
        frame with { Periods = [.. frame.Periods.Take(known)], Values = [.. frame.Values.Select(values => values[..known])] };

    private static (double Errors, double Amount) Errors(NodeForecast said, FrameHierarchy whole, int known)
    {
        (double errors, double amount) = (0, 0);
        for (int step = 0; step < Horizon && known + step < whole.Nodes[0].Length; step++)
        {
            for (int node = 0; node < whole.Hierarchy.SumCount; node++)
            {
                errors += Math.Abs(said.Points[step][node] - whole.Nodes[node][known + step]);
                amount += Math.Abs(whole.Nodes[node][known + step]);
            }
        }

        return (errors, amount);
    }
}
