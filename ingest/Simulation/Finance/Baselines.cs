namespace ProdSales.Simulation.Finance;

/// <summary>What the company measured in the year before its first day, frozen to hold later values against.</summary>
internal static class Baselines
{
    private static readonly (string Measure, double Value, long Samples)[] Measured = [("otd_rate", 0.801, 5200), ("win_rate", 0.25, 940), ("first_response_minutes", 238, 3100)];

    internal static IEnumerable<KpiBaseline> Rows(DateOnly first) => Measured.Select(baseline => new KpiBaseline
    {
        SourceSystem = Origin.System,
        SourceId = $"KB-{baseline.Measure}",
        FrozenDate = first,
        PeriodStart = first.AddYears(-1),
        PeriodEnd = first.AddDays(-1),
        Measure = baseline.Measure,
        Cohort = "treated",
        Value = baseline.Value,
        Samples = baseline.Samples,
    });
}
