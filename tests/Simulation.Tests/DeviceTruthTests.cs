using ProdSales.Feeds;

namespace ProdSales.Simulation.Tests;

/// <summary>How often devices fail that stands in no record is what they fail by, however they are cut.</summary>
public sealed class DeviceTruthTests
{
    private static readonly DemoOptions Options = new() { Scale = 0.1, Years = 3 };

    private static readonly Lazy<IReadOnlyDictionary<string, DeviceTruth>> Truths = new(() => new DemoCompany(Options).DeviceTruths());

    private static readonly Lazy<FeedRow[]> Rows = new(() => [.. new DemoCompany(Options).Rows().Where(row => row is DeviceMonth or Device { Version: 1 })]);

    private static readonly Lazy<Dictionary<string, Device>> Devices = new(() => Rows.Value.OfType<Device>().ToDictionary(device => device.SourceId, StringComparer.Ordinal));

    private static IEnumerable<DeviceMonth> Months => Rows.Value.OfType<DeviceMonth>();

    [Fact]
    public void As_many_failures_come_as_their_days_let_expect_by_line_age_and_lot()
    {
        string lot = new DemoCompany(Options).Truth.FailingLot!.Lot;

        AssertComes(month => month.ProductId);
        AssertComes(month => Math.Min(month.MonthsInService ?? 0, 3));
        AssertComes(month => month.MonthsInService / 12);
        AssertComes(month => Devices.Value[month.DeviceId!].Lot == lot && month.MonthsInService <= 12);
    }

    [Fact]
    public void What_is_promised_for_three_months_comes_at_every_height_of_the_chance()
    {
        Assert.All(Asked().GroupBy(asked => (int)(asked.Chance * 20)).Where(rows => rows.Count() > 50), rows =>
        {
            double promised = rows.Sum(row => row.Chance);
            double spread = Math.Sqrt(rows.Sum(row => row.Chance * (1 - row.Chance)));
            Assert.InRange(rows.Count(row => row.Came), promised - (4 * spread), promised + (4 * spread));
        });
    }

    [Fact]
    public void A_bad_lot_fails_as_much_more_as_was_planted_and_a_longer_span_never_less()
    {
        FailingLot cause = new DemoCompany(Options).Truth.FailingLot!;
        Device bad = Devices.Value.Values.First(device => device.Lot == cause.Lot && !new DemoCompany(Options).Truth.LeavingCustomers!.CustomerIds.Contains(device.CustomerId));
        DeviceTruth truth = Truths.Value[bad.SourceId];
        DateOnly day = bad.InstalledDate!.Value.AddMonths(3);

        Assert.InRange(truth.FailuresADay(day)!.Value / truth.FailuresADay(day.AddMonths(12))!.Value, cause.FailureFactor * 0.85, cause.FailureFactor);
        DateOnly end = day.AddDays(1 - day.Day).AddMonths(1).AddDays(-1);
        double[] chances = [.. Enumerable.Range(0, 6).Select(months => truth.ChanceToFail(end, months)!.Value)];
        Assert.Equal(0, chances[0]);
        Assert.True(chances.Zip(chances.Skip(1)).All(pair => pair.First < pair.Second));
    }

    [Fact]
    public void A_device_out_of_service_has_none_and_only_the_end_of_a_month_is_asked_about()
    {
        Device device = Devices.Value.Values.First(device => device.InstalledDate > Options.FirstDay.AddDays(40));
        DeviceTruth truth = Truths.Value[device.SourceId];

        Assert.Null(truth.FailuresADay(device.InstalledDate!.Value.AddDays(-1)));
        Assert.NotNull(truth.FailuresADay(device.InstalledDate.Value));
        DateOnly first = device.InstalledDate.Value.AddDays(1 - device.InstalledDate.Value.Day);
        Assert.Null(truth.ChanceToFail(first.AddDays(-1), 1));
        Assert.Throws<ArgumentException>(() => truth.ChanceToFail(first.AddDays(2), 1));
    }

    /// <summary>In each group failures lie within four standard deviations of the sum of what their days let expect; use swings by a fifth, which adds 4 % to the variance of a month's mean.</summary>
    private static void AssertComes<TKey>(Func<DeviceMonth, TKey> group) => Assert.All(Months.GroupBy(group), months =>
    {
        double[] expected = [.. months.Select(Expected)];
        double spread = Math.Sqrt(expected.Sum(failures => failures + (0.04 * failures * failures)));
        Assert.InRange(months.Sum(month => month.Failures), expected.Sum() - (4 * spread), expected.Sum() + (4 * spread));
    });

    private static double Expected(DeviceMonth month)
    {
        DateOnly end = month.Month.AddMonths(1);
        end = end > Options.LastDay ? Options.LastDay.AddDays(1) : end;
        double sum = 0;
        for (DateOnly day = month.Month; day < end; day = day.AddDays(1))
        {
            sum += Truths.Value[month.DeviceId!].FailuresADay(day) ?? 0;
        }

        return sum;
    }

    /// <summary>Each device once, at the end of a month that its number decides.</summary>
    private static IEnumerable<(double Chance, bool Came)> Asked()
    {
        ILookup<string, DateOnly> failed = Months.Where(month => month.Failures > 0).ToLookup(month => month.DeviceId!, month => month.Month);
        foreach ((int index, DeviceTruth truth) in Truths.Value.Values.OrderBy(truth => truth.DeviceId, StringComparer.Ordinal).Index())
        {
            DateOnly next = Options.LastDay.AddDays(1 - Options.LastDay.Day).AddMonths(-3 - (index * 7 % 28));
            if (truth.ChanceToFail(next.AddDays(-1), 3) is { } chance)
            {
                yield return (chance, failed[truth.DeviceId].Any(month => month >= next && month < next.AddMonths(3)));
            }
        }
    }
}
