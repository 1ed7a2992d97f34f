using ProdSales.Plants;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Simulation;
using ProdSales.Warehouse.Reading;
using System.Globalization;

namespace ProdSales.Predictions.Tests;

/// <summary>How much a device runs and how often its like fails, as the breakdown frame tells it.</summary>
public sealed class WearTests(WearTests.Star star) : IClassFixture<WearTests.Star>
{
    private static readonly DateOnly Day = new(2026, 10, 31);

    [Fact]
    public void Hours_and_failures_to_expect_are_those_reckoned_by_hand()
    {
        Frame frame = Read();
        Dictionary<string, Run[]> kin = star.Runs.GroupBy(run => run.Family).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        Dictionary<string, Run[]> batches = star.Runs.Where(run => run.Lot != "-").GroupBy(run => run.Lot).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        Dictionary<string, Run[]> fleets = star.Runs.Where(run => run.Customer != "0").GroupBy(run => run.Customer).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        Dictionary<string, Run> devices = star.Runs.ToDictionary(run => run.Device, StringComparer.Ordinal);
        double company = star.Runs.Sum(run => run.Failures) / star.Runs.Sum(run => run.Hours);

        Assert.Equal(devices.Count, frame.Rows.Count);
        for (int row = 0; row < frame.Rows.Count; row++)
        {
            Run own = devices[frame.Rows[row].SubjectId];
            Run[] fleet = [.. (fleets.GetValueOrDefault(own.Customer) ?? []).Where(run => run.Device != own.Device)];
            double like = fleet.Length > 0 ? fleet.Sum(run => run.Hours) / fleet.Sum(run => run.Months) : own.Hours / own.Months;
            double hours = (own.Hours + (6 * like)) / (own.Months + 6);
            double family = Rate(kin[own.Family], own, company);
            double? lot = batches.TryGetValue(own.Lot, out Run[]? batch) ? Rate(batch, own, family) : null;

            Near(hours, frame, "usual_hours", row);
            Near(hours * (lot ?? family), frame, "expected_failures", row);
            Near(lot / family ?? double.NaN, frame, "lot_excess", row);
        }
    }

    [Fact]
    public void A_lot_that_fails_stands_out_while_it_is_young()
    {
        Frame frame = Read();
        FailingLot planted = Star.Company.Truth.FailingLot!;
        HashSet<string> failing = [.. star.Runs.Where(run => run.Lot == planted.Lot).Select(run => run.Device)];
        ReadOnlySpan<double> excess = frame.Features.Column("lot_excess").Values;
        List<double> ofIt = [], ofOthers = [];
        for (int row = 0; row < excess.Length; row++)
        {
            if (!double.IsNaN(excess[row]))
            {
                (failing.Contains(frame.Rows[row].SubjectId) ? ofIt : ofOthers).Add(excess[row]);
            }
        }

        Assert.InRange(ofIt.Count, 10, int.MaxValue);
        Assert.InRange(ofIt.Average(), 2, planted.FailureFactor);
        Assert.InRange(ofOthers.Average(), .7, 1.3);
    }

    private static double Rate(Run[] runs, Run own, double usual) => (runs.Sum(run => run.Failures) - own.Failures + 5) / (runs.Sum(run => run.Hours) - own.Hours + (5 / usual));

    private static void Near(double reckoned, Frame frame, string feature, int row)
    {
        double told = frame.Features.Column(feature).Values[row];
        bool isNear = double.IsNaN(reckoned) ? double.IsNaN(told) : Math.Abs(told - reckoned) <= 1e-9 * Math.Abs(reckoned);
        Assert.True(isNear, FormattableString.Invariant($"{feature} of {frame.Rows[row].SubjectId} is {told}, by hand {reckoned}"));
    }

    private Frame Read()
    {
        using ReaderLease lease = star.Demo.Database.Readers.Lease();
        return FrameReader.ReadOn(lease.Connection, PredictionCatalogue.Find("breakdown_30")!, [Day], Day, CancellationToken.None);
    }

    /// <summary>A device in service in the last month, with what it ran and how often it failed in a year.</summary>
    public sealed record Run(string Device, string Family, string Lot, string Customer, double Hours, double Months, double Failures);

    /// <summary>The small company and its devices, read apart from the frame.</summary>
    public sealed class Star : IDisposable
    {
        internal static readonly DemoCompany Company = new(new DemoOptions { Scale = 0.1, Years = 3 });

        /// <summary>Reads the devices.</summary>
        public Star()
        {
            Demo = DemoStar.Small();
            Runs =
            [
                .. Demo.Query("""
                    SELECT d.device_id, p.family, d.lot, c.customer_durable_key, CAST(m.month AS VARCHAR), m.operating_hours, m.failures
                    FROM fact_device_month AS m JOIN dim_device AS d USING (device_key) JOIN dim_product AS p ON p.product_key = m.product_key JOIN dim_customer AS c ON c.customer_key = m.customer_key
                    WHERE m.month BETWEEN DATE '2025-11-01' AND DATE '2026-10-01' ORDER BY d.device_id, m.month
                    """).Select(line => line.Split('|')).GroupBy(fields => fields[0]).Where(IsInService).Select(RunOf),
            ];
        }

        internal DemoStar Demo { get; }

        internal Run[] Runs { get; }

        /// <inheritdoc/>
        public void Dispose() => Demo.Dispose();

        private static bool IsInService(IGrouping<string, string[]> months) => months.Last()[4] == "2026-10-01";

        private static Run RunOf(IGrouping<string, string[]> months)
        {
            string[] last = months.Last();
            double Sum(int field) => months.Sum(fields => double.Parse(fields[field], CultureInfo.InvariantCulture));
            return new Run(months.Key, last[1], last[2], last[3], Sum(5), months.Count(), Sum(6));
        }
    }
}
