using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Finance;

/// <summary>Group currency for one unit of another currency, set anew each month.</summary>
internal sealed class ExchangeRates(long seed)
{
    private readonly RandomFamily _months = new(seed, "rates");

    internal double Of(string currency, DateOnly day)
    {
        if (currency == Origin.Currency)
        {
            return 1;
        }

        int month = (day.Year * 12) + day.Month;
        return Math.Round(7.12 + (0.12 * Math.Sin(month / 7.0)) + (0.02 * _months.For(month).Normal()), 4);
    }
}
