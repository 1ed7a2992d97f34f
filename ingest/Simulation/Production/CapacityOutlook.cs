using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;

namespace ProdSales.Simulation.Production;

/// <summary>Looks at the coming weeks every Monday: what the open work orders ask of each centre, and what it can give.</summary>
internal sealed class CapacityOutlook(Company company, Plant plant)
{
    private const int Weeks = 6;

    /// <summary>Writes what is seen on a day; work that is overdue is asked of the present week.</summary>
    internal void Live(DateOnly day, IEnumerable<WorkOrderRun> open)
    {
        if (day.DayOfWeek is not DayOfWeek.Monday)
        {
            return;
        }

        Dictionary<(WorkCentreState Centre, int Week), double> load = [];
        foreach (WorkOrderRun run in open)
        {
            int week = Math.Max(0, (run.Due.DayNumber - day.DayNumber) / 7);
            foreach (Operation operation in run.Routing.Skip(run.NextOperation))
            {
                load[(operation.Centre, week)] = load.GetValueOrDefault((operation.Centre, week)) + operation.SetupMinutes + (operation.UnitMinutes * run.Good);
            }
        }

        foreach (WorkCentreState centre in plant.Centres)
        {
            for (int week = 0; week < Weeks; week++)
            {
                company.Rows.Add(Row(centre, day, week, load.GetValueOrDefault((centre, week))));
            }
        }
    }

    private static CapacityLoad Row(WorkCentreState centre, DateOnly day, int week, double load)
    {
        DateOnly monday = day.AddDays(7 * week);
        int workdays = Enumerable.Range(0, 7).Count(index => PlantCalendar.IsWorkday(monday.AddDays(index)));
        return new CapacityLoad
        {
            SourceSystem = Origin.System,
            SourceId = $"{centre.Id}@{day:yyyyMMdd}+{week}",
            AsOfDate = day,
            WorkCentreId = centre.Id,
            WeekStart = monday,
            LoadMinutes = Math.Round(load, 1),
            AvailableMinutes = Math.Round(centre.UsualMinutes * workdays, 1),
            ScenarioId = Scenarios.Plan,
        };
    }
}
