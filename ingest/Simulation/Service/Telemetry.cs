using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Service;

/// <summary>What connected machines tell once a week: the automated vehicles send the temperature of their batteries, which rises before a bad lot fails.</summary>
internal sealed class Telemetry(Company company)
{
    private const double UsualTemperature = 31;

    private const double LimitTemperature = 45;

    private const int SamplesADay = 96;

    private readonly RandomFamily _signals = new(company.Options.Seed, "telemetry");

    internal void Live(DateOnly day, IEnumerable<Machine> inService)
    {
        if (day.DayOfWeek is not DayOfWeek.Monday)
        {
            return;
        }

        foreach (Machine machine in inService.Where(machine => machine.Item.Line == "AGV" && machine.Installed < day))
        {
            company.Rows.Add(Row(machine, day, _signals.For(machine.Number, day.DayNumber)));
        }
    }

    private TelemetryDay Row(Machine machine, DateOnly day, RandomStream dice)
    {
        double strain = company.Causes.FailureFactor(machine.Lot, machine.MonthsInService(day)) > 1 ? 7 : 0;
        double mean = UsualTemperature + strain + (1.5 * dice.Normal());
        double highest = mean + dice.Between(3, 9);
        return new TelemetryDay
        {
            SourceSystem = Origin.System,
            SourceId = $"{machine.Id}@{day:yyyyMMdd}",
            Day = day,
            DeviceId = machine.Id,
            Signal = "电池温度",
            SignalUnit = "°C",
            Samples = SamplesADay,
            Minimum = Math.Round(mean - dice.Between(2, 5), 1),
            Maximum = Math.Round(highest, 1),
            Mean = Math.Round(mean, 1),
            Alarms = highest > LimitTemperature ? 1 : 0,
        };
    }
}
