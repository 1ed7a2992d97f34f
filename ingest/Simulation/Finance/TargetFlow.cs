using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Finance;

/// <summary>Sets the revenue target of every seat for a quarter, and the targets of the whole company for a year.</summary>
internal sealed class TargetFlow(Company company)
{
    /// <summary>Revenue to expect for one order line, in CNY: the ground of all targets.</summary>
    private const double RevenuePerOrderLine = 24_500;

    private static readonly (string Measure, decimal Value)[] YearlyTargets =
        [("otd_rate", 0.92m), ("gross_margin_rate", 0.27m), ("win_rate", 0.32m), ("csat_rate", 0.9m), ("capacity_utilisation", 0.8m)];

    private readonly RandomFamily _quarters = new(company.Options.Seed, "targets");

    internal void Live(DateOnly day)
    {
        bool isFirst = day == company.First;
        if (isFirst || day is { Day: 1, Month: 1 or 4 or 7 or 10 })
        {
            WriteQuarter(new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1));
        }

        if (isFirst || day is { Day: 1, Month: 1 })
        {
            WriteYear(new DateOnly(day.Year, 1, 1));
        }
    }

    private void WriteQuarter(DateOnly from)
    {
        DateOnly to = from.AddMonths(3);
        double share = company.Demand.ShareOf(from < company.First ? company.First : from, to.AddDays(-1) < company.Last ? to.AddDays(-1) : company.Last);
        double expected = company.Options.ExpectedOrderLines * RevenuePerOrderLine * share;
        foreach (Seat seat in company.Staff.Seats)
        {
            double own = seat.Buyers.Sum(buyer => buyer.Size) / company.Buyers.TotalSize;
            double value = expected * own * (1.03 + (0.06 * _quarters.For(seat.Number, from.DayNumber).Normal()));
            company.Rows.Add(Row($"TG-{seat.Number:D4}-{from:yyyyMM}", from, to, "revenue", Money.Of(Money.InHundreds(value))) with
            {
                EmployeeId = seat.HolderOn(from).Id,
                OrganisationId = seat.TeamId,
                Region = seat.Region.Name,
                Currency = Origin.Currency,
                ExchangeRate = 1,
            });
        }
    }

    private void WriteYear(DateOnly from)
    {
        foreach ((string measure, decimal value) in YearlyTargets)
        {
            company.Rows.Add(Row($"TG-{measure}-{from.Year}", from, from.AddYears(1), measure, value) with { OrganisationId = OrganisationChart.Company });
        }
    }

    private static Target Row(string id, DateOnly from, DateOnly to, string measure, decimal value) => new()
    {
        SourceSystem = Origin.System,
        SourceId = id,
        ValidFrom = from,
        ValidTo = to,
        Measure = measure,
        TargetValue = value,
    };
}
