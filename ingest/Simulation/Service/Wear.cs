using ProdSales.Simulation.Planted;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Service;

/// <summary>How much a machine runs, and how often it fails for that: by product line, age, lot and the mind of its owner. Options make no difference.</summary>
internal static class Wear
{
    /// <summary>One standard deviation of the hours of a month, as a share of what is usual.</summary>
    internal const double Swing = 0.2;

    internal const double LeastUse = 0.1;

    internal const double MostUse = 2;

    /// <summary>Machines older than this many months are taken out of service now and then.</summary>
    internal const int MonthsUntilOld = 50;

    internal const double RetiredAMonth = 0.01;

    private const double ShareOfWorkdays = 0.75;

    /// <summary>The hours that a machine usually runs in some days.</summary>
    internal static double UsualHours(Machine machine, int days) => machine.Owner.HoursADay * days * ShareOfWorkdays;

    internal static double Hours(Machine machine, int days, RandomStream dice) =>
        Math.Round(UsualHours(machine, days) * Math.Clamp(1 + (Swing * dice.Normal()), LeastUse, MostUse), 1);

    /// <summary>Failures to expect in an hour, from a day to the end of its month.</summary>
    internal static double FailuresAnHour(Machine machine, DateOnly from, PlantedCauses causes)
    {
        int age = machine.MonthsInService(from.AddDays(1 - from.Day));
        double hazard = (age < 2 ? 1.5 : 1 + (age / 120.0)) * causes.FailureFactor(machine.Lot, age);
        hazard *= machine.Owner.IsLeaving(from) ? 1.8 : 1;
        return hazard / HoursBetweenFailures(machine.Item.Line);
    }

    private static double HoursBetweenFailures(string line) => line switch
    {
        "电动叉车" => 2700,
        "内燃叉车" => 2000,
        "仓储设备" => 3600,
        "AGV" => 2300,
        _ => 2800,
    };
}
