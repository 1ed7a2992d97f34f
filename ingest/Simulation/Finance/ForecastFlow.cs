using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Products;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Finance;

/// <summary>Forecasts revenue by region and product line for the next three months, each month anew and by three methods.</summary>
internal sealed class ForecastFlow(DemoOptions options, SalesDiary diary, IRowSink rows)
{
    private const int Horizon = 3;

    private const int LookBack = 6;

    /// <summary>What sellers add to what they could know.</summary>
    private const double Optimism = 1.09;

    private readonly RandomFamily _opinions = new(options.Seed, "forecasts");
    private readonly string[] _lines = [.. new Catalogue(options).SoldLines];

    /// <summary>Writes the forecasts made on the first day of every month; there are none before a whole month has gone by.</summary>
    internal void Write()
    {
        for (DateOnly day = options.FirstDay; day <= options.LastDay; day = day.AddDays(1))
        {
            if (day.Day == 1)
            {
                WriteMonth(day);
            }
        }
    }

    private void WriteMonth(DateOnly origin)
    {
        int month = SalesDiary.MonthOf(origin);
        int firstWhole = SalesDiary.MonthOf(options.FirstDay.AddDays(-1)) + 1;
        int known = Math.Min(LookBack, month - firstWhole);
        if (known < 1)
        {
            return;
        }

        foreach ((int region, SalesRegion place) in SalesRegion.All.Index())
        {
            foreach ((int line, string name) in _lines.Index())
            {
                RandomStream dice = _opinions.For((month * 1000L) + (region * 20) + line);
                WriteCell(origin, place.Name, name, month, known, dice);
            }
        }
    }

    /// <summary>Forecasts one region and product line; nobody forecasts what has not been sold in months.</summary>
    private void WriteCell(DateOnly origin, string region, string line, int month, int known, RandomStream dice)
    {
        (double Amount, double Quantity)[] past = [.. Enumerable.Range(1, known).Select(back => diary.Booked(month - back, region, line))];
        if (past.All(cell => cell.Quantity == 0))
        {
            return;
        }

        double season = Enumerable.Range(1, known).Average(back => SeasonOf(month - back));
        double level = past.Average(cell => cell.Amount) / season;
        double price = past.Sum(cell => cell.Quantity) is var pieces and > 0 ? past.Sum(cell => cell.Amount) / pieces : 0;
        for (int lag = 1; lag <= Horizon; lag++)
        {
            double statistical = level * SeasonOf(month + lag);
            double opinion = statistical * Optimism * dice.LogNormal(1, 0.06 * (lag + 1));
            WriteRow(origin, region, line, lag, "naive", past[0].Amount, price);
            WriteRow(origin, region, line, lag, "statistical", statistical, price);
            WriteRow(origin, region, line, lag, "sales", opinion, price);
        }
    }

    private static double SeasonOf(int month) => DemandCurve.SeasonOf((month % 12) + 1);

    private void WriteRow(DateOnly origin, string region, string line, int lag, string method, double amount, double price)
    {
        DateOnly from = origin.AddMonths(lag);
        double spread = 0.32 * Math.Sqrt(lag);
        rows.Add(new Forecast
        {
            SourceSystem = Origin.System,
            SourceId = $"FC-{method}-{region}-{line}-{origin:yyyyMM}-{lag}",
            OriginDate = origin,
            PeriodStart = from,
            PeriodEnd = from.AddMonths(1).AddDays(-1),
            Method = method,
            Measure = "revenue",
            Region = region,
            ProductLine = line,
            Quantity = price > 0 ? Math.Round((decimal)(amount / price), 1) : 0,
            Amount = Money.Of(amount),
            AmountP10 = Money.Of(amount * Math.Max(0, 1 - spread)),
            AmountP90 = Money.Of(amount * (1 + spread)),
            Currency = Origin.Currency,
            ExchangeRate = 1,
        });
    }
}
