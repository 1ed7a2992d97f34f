using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Stock;

/// <summary>Months in which something happens to a supplier, so that most of what is ordered then comes late: the same for small and large
/// companies.</summary>
internal sealed class Disruptions(long seed)
{
    /// <summary>The share of orders that comes late while a disruption lasts.</summary>
    internal const double LateShare = 0.85;

    private const double MonthlyChance = 0.07;

    private readonly RandomFamily _months = new(seed, "disruptions");

    internal bool Strikes(string supplierId, DateOnly day)
    {
        int supplier = int.Parse(supplierId.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
        return _months.For(supplier, (day.Year * 12) + day.Month).Chance(MonthlyChance);
    }
}
