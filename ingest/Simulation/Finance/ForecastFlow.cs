using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Finance;

/// <summary>What sales managers commit themselves to: on the last day of every month the revenue of each of their product lines in the next three months.</summary>
internal sealed class ForecastFlow(DemoOptions options, SalesDiary diary, IRowSink rows)
{
    private const int Horizon = 3;

    private const int LookBack = 6;

    /// <summary>What managers add to what they could know.</summary>
    private const double Optimism = 1.09;

    private readonly RandomFamily _opinions = new(options.Seed, "forecasts");

    /// <summary>Writes the commitments; there are none before a whole month has gone by.</summary>
    internal void Write()
    {
        int firstWhole = SalesDiary.MonthOf(options.FirstDay.AddDays(-1)) + 1;
        for (int month = firstWhole; month <= SalesDiary.MonthOf(options.LastDay.AddDays(1)) - 1; month++)
        {
            foreach ((int place, SalesBusiness business) in diary.Businesses.Index())
            {
                WriteBusiness(month, Math.Min(LookBack, month - firstWhole + 1), business, _opinions.For((month * 10_000L) + place));
            }
        }
    }

    /// <summary>Nobody commits himself to what has not been sold in months.</summary>
    private void WriteBusiness(int month, int known, SalesBusiness business, RandomStream dice)
    {
        (double Amount, double Quantity)[] past = [.. Enumerable.Range(0, known).Select(back => diary.Booked(month - back, business))];
        if (past.All(cell => cell.Quantity == 0))
        {
            return;
        }

        double level = past.Average(cell => cell.Amount) / Enumerable.Range(0, known).Average(back => SeasonOf(month - back));
        double pieces = past.Sum(cell => cell.Quantity);
        double price = pieces > 0 ? past.Sum(cell => cell.Amount) / pieces : 0;
        for (int lag = 1; lag <= Horizon; lag++)
        {
            WriteRow(month, lag, business, level * SeasonOf(month + lag) * Optimism * dice.LogNormal(1, 0.06 * (lag + 1)), price);
        }
    }

    private static double SeasonOf(int month) => DemandCurve.SeasonOf((month % 12) + 1);

    private void WriteRow(int month, int lag, SalesBusiness business, double amount, double price)
    {
        DateOnly origin = SalesDiary.FirstOf(month + 1).AddDays(-1);
        DateOnly from = SalesDiary.FirstOf(month + lag);
        double spread = 0.32 * Math.Sqrt(lag);
        rows.Add(new Forecast
        {
            SourceSystem = Origin.System,
            SourceId = $"FC-{business.ManagerId}-{business.Region}-{business.Line}-{origin:yyyyMM}-{lag}",
            OriginDate = origin,
            PeriodStart = from,
            PeriodEnd = from.AddMonths(1).AddDays(-1),
            Method = "sales",
            Measure = "revenue",
            EmployeeId = business.ManagerId,
            Region = business.Region,
            ProductLine = business.Line,
            Quantity = price > 0 ? Math.Round((decimal)(amount / price), 1) : 0,
            Amount = Money.Of(amount),
            AmountP10 = Money.Of(amount * Math.Max(0, 1 - spread)),
            AmountP90 = Money.Of(amount * (1 + spread)),
            Currency = Origin.Currency,
            ExchangeRate = 1,
        });
    }
}
