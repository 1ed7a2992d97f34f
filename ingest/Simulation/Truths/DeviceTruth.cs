using ProdSales.Simulation.Planted;
using ProdSales.Simulation.Service;

namespace ProdSales.Simulation;

/// <summary>What is true of one device of the demo company and stands in no record: how likely it is to fail.</summary>
/// <remarks>Failures are drawn by the hour of use. Nobody knows how much a device will be used in a month to come, so what is told here is for the use that its owner makes of it on average, with all that use may swing.</remarks>
public sealed class DeviceTruth
{
    private readonly Machine _machine;
    private readonly PlantedCauses _causes;

    internal DeviceTruth(Machine machine, PlantedCauses causes)
    {
        _machine = machine;
        _causes = causes;
    }

    /// <summary>Gets the device, as feeds call it.</summary>
    public string DeviceId => _machine.Id;

    /// <summary>Gives the failures to expect on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Failures a day, in the mean over what use may be; null where the device is not in service on that day.</returns>
    public double? FailuresADay(DateOnly day)
    {
        if (!IsInService(day))
        {
            return null;
        }

        DateOnly month = day.AddDays(1 - day.Day);
        return Wear.UsualHours(_machine, 1) * MeanUse() * Wear.FailuresAnHour(_machine, month > _machine.Installed ? month : _machine.Installed, _causes);
    }

    /// <summary>Gives the chance that a device in service at the end of a month fails in the months after it.</summary>
    /// <param name="day">The last day of a month.</param>
    /// <param name="months">How many whole months after it.</param>
    /// <returns>The chance of at least one failure, also where the device may be taken out of service by then; null where it is not in service on the day.</returns>
    /// <exception cref="ArgumentException">The day is not the last of its month.</exception>
    public double? ChanceToFail(DateOnly day, int months)
    {
        if (day.AddDays(1).Day != 1)
        {
            throw new ArgumentException($"{day:yyyy-MM-dd} is not the last day of a month.", nameof(day));
        }

        if (!IsInService(day))
        {
            return null;
        }

        double fails = 0;
        double runsOn = 1;
        for (DateOnly month = day.AddDays(1); months > 0; months--, month = month.AddMonths(1))
        {
            runsOn *= _machine.MonthsInService(month) > Wear.MonthsUntilOld ? 1 - Wear.RetiredAMonth : 1;
            double failures = Wear.UsualHours(_machine, DateTime.DaysInMonth(month.Year, month.Month)) * Wear.FailuresAnHour(_machine, month, _causes);
            double goesWell = runsOn * NoFailure(failures);
            fails += runsOn - goesWell;
            runsOn = goesWell;
        }

        return fails;
    }

    private bool IsInService(DateOnly day) => day >= _machine.Installed && !(_machine.RetiredOn <= day);

    /// <summary>The chance of no failure where usual use lets so many expect: the mean of exp(-failures * use) over what use may be.</summary>
    private static double NoFailure(double failures)
    {
        double low = (Wear.LeastUse - 1) / Wear.Swing;
        double high = (Wear.MostUse - 1) / Wear.Swing;
        double shift = Wear.Swing * failures;
        return (Gauss.Below(low) * Math.Exp(-failures * Wear.LeastUse)) + (Gauss.Below(-high) * Math.Exp(-failures * Wear.MostUse))
            + (Math.Exp((shift * shift / 2) - failures) * (Gauss.Below(high + shift) - Gauss.Below(low + shift)));
    }

    /// <summary>Use on average, as a share of what is usual.</summary>
    private static double MeanUse()
    {
        const double Step = 1e-4;
        return (NoFailure(-Step) - NoFailure(Step)) / (2 * Step);
    }
}
