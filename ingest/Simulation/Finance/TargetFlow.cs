using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Finance;

/// <summary>Sets the revenue target of every seat for a quarter, and the targets of the whole company for a year.</summary>
internal sealed class TargetFlow(Company company)
{
    /// <summary>Revenue to expect for one order line, in CNY: the ground of all targets.</summary>
    private const double RevenuePerOrderLine = 21_900;

    private static readonly (string Measure, decimal Value)[] YearlyTargets =
        [("otd_rate", 0.92m), ("gross_margin_rate", 0.27m), ("win_rate", 0.32m), ("csat", 0.9m), ("utilisation", 0.8m)];

    private readonly RandomFamily _quarters = new(company.Options.Seed, "targets");

    /// <summary>Writes the targets of the year that begins, and at the end of a quarter, or of all days, those of the quarter.</summary>
    internal void Live(DateOnly day)
    {
        if (company.Works.IsFirst && (day == company.First || day is { Day: 1, Month: 1 }))
        {
            WriteYear(new DateOnly(day.Year, 1, 1));
        }

        DateOnly from = new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
        if (day == company.Last || day == from.AddMonths(3).AddDays(-1))
        {
            WriteQuarter(from < company.First ? company.First : from, from.AddMonths(3));
        }
    }

    private void WriteQuarter(DateOnly from, DateOnly to)
    {
        foreach (Seat seat in company.Staff.Seats)
        {
            double share = seat.Buyers.Sum(buyer => buyer.Size) / company.Buyers.TotalSize;
            double own = company.Options.ExpectedOrderLines * RevenuePerOrderLine * share;
            double ambition = 1.03 + (0.06 * _quarters.For(seat.Number, from.DayNumber).Normal());
            foreach ((DateOnly begin, DateOnly end, Person holder) in Holders(seat, from, to))
            {
                double value = own * ambition * company.Demand.ShareOf(begin, end.AddDays(-1));
                company.Rows.Add(Row($"TG-{seat.Number:D4}-{begin:yyyyMMdd}", begin, end, "revenue", Money.Of(Money.InHundreds(value))) with
                {
                    EmployeeId = holder.Id,
                    OrganisationId = seat.TeamId,
                    Region = seat.Region.Name,
                    Currency = Origin.Currency,
                    ExchangeRate = 1,
                });
            }
        }
    }

    /// <summary>Who holds a seat from when to when, exclusive; a change of hands splits the quarter.</summary>
    private IEnumerable<(DateOnly Begin, DateOnly End, Person Holder)> Holders(Seat seat, DateOnly from, DateOnly to)
    {
        DateOnly[] cuts =
            [from, .. seat.Holders.Select(holder => holder.From).Where(day => day > from && day < to && day <= company.Last), to];
        return cuts.Zip(cuts.Skip(1), (begin, end) => (begin, end, seat.HolderOn(begin)));
    }

    private void WriteYear(DateOnly from)
    {
        foreach ((string measure, decimal value) in YearlyTargets)
        {
            company.Rows.Add(Row($"TG-{measure}-{from.Year}", from, from.AddYears(1), measure, value));
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
