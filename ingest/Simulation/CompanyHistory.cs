using ProdSales.Simulation.Deals;
using ProdSales.Simulation.Finance;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation;

/// <summary>Tells the whole demo company: its works one after the other, each day by day, and at the end what looks at all of them.</summary>
internal sealed class CompanyHistory(DemoOptions options, IRowSink rows, Action<Deal, long>? planned = null)
{
    private readonly SalesDiary _diary = new();

    /// <summary>Gets how many days <see cref="Days"/> tells.</summary>
    internal int DayCount => (options.LastDay.DayNumber - options.FirstDay.DayNumber + 1) * Works.Of(options).Count();

    /// <summary>Tells all days of all works.</summary>
    /// <returns>Each day as soon as its rows are handed on; rows about the whole company come after the last.</returns>
    internal IEnumerable<DateOnly> Days()
    {
        foreach (Works works in Works.Of(options))
        {
            long seed = works.ShareOf(options).Seed;
            Company company = new(options, works, rows) { Planned = planned is null ? null : deal => planned(deal, seed) };
            foreach (DateOnly day in new CompanyLife(company, _diary).Days())
            {
                yield return day;
            }
        }

        new ForecastFlow(options, _diary, rows).Write();
    }
}
