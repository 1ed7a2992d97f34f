using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Products;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Production;

/// <summary>Plans the machines of each month from what was booked, and reports what was made of the plan.</summary>
internal sealed class PlanFlow(Company company, Volumes volumes, MachineDiary diary)
{
    private const int LookBack = 4;

    private readonly Dictionary<CatalogueItem, int> _made = [];
    private Dictionary<CatalogueItem, int> _planned = [];

    /// <summary>Makes the plan of the month that begins with a day.</summary>
    internal void Plan(DateOnly day)
    {
        _made.Clear();
        _planned = company.Catalogue.Machines.ToDictionary(machine => machine, machine => PlanOf(machine, day));
    }

    internal void Note(IEnumerable<WorkOrderRun> finished)
    {
        foreach (WorkOrderRun run in finished)
        {
            _made[run.Item] = _made.GetValueOrDefault(run.Item) + run.Good;
        }
    }

    /// <summary>Writes the plan of the month that ends with a day, beside what was made.</summary>
    internal void WriteMonth(DateOnly day)
    {
        DateOnly from = day.AddDays(1 - day.Day);
        foreach ((CatalogueItem machine, int planned) in _planned)
        {
            company.Rows.Add(new ProductionPlan
            {
                SourceSystem = Origin.System,
                SourceId = $"MPS-{machine.Id}{company.Works.Mark}-{from:yyyyMM}",
                PeriodStart = from,
                PeriodEnd = from.AddMonths(1).AddDays(-1),
                PlanVersion = $"MPS-{from:yyyy-MM}",
                ProductId = machine.Id,
                ProductionLine = ProductionLine.Of(machine.Line).Name,
                PlannedQuantity = planned,
                ActualQuantity = _made.GetValueOrDefault(machine),
            });
        }
    }

    private int PlanOf(CatalogueItem machine, DateOnly day)
    {
        int month = SalesDiary.MonthOf(day);
        int known = Math.Min(LookBack, month - SalesDiary.MonthOf(company.First));
        DateOnly end = new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);
        double expected = volumes.MachinesOf(machine) * company.Demand.ShareOf(day, end < company.Last ? end : company.Last);
        if (known == 0)
        {
            return (int)Math.Round(expected * 0.4);
        }

        // Machines are made about a month after they are booked: the last month weighs most.
        double booked = Enumerable.Range(1, known).Sum(back => diary.Pieces(month - back, machine) / (double)back);
        double weight = Enumerable.Range(1, known).Sum(back => 1.0 / back);
        double season = DemandCurve.SeasonOf(day.Month) / Enumerable.Range(1, known)
            .Average(back => DemandCurve.SeasonOf(day.AddMonths(-back).Month));
        return (int)Math.Round(booked / weight * Math.Clamp((season + 1) / 2, 0.7, 1.3));
    }
}
