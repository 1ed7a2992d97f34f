using ProdSales.Simulation.Finance;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation;

/// <summary>Tells the whole demo company: its works one after the other, each day by day, and after them what looks back on all their days.</summary>
internal sealed class CompanyHistory(DemoOptions options, IRowSink rows, Action<Company>? starts = null)
{
    /// <summary>Gets how many days <see cref="Days"/> tells.</summary>
    internal int DayCount => (options.LastDay.DayNumber - options.FirstDay.DayNumber + 1) * Works.Of(options).Count();

    /// <summary>Tells all days of all works.</summary>
    /// <returns>Each day as soon as its rows are handed on; rows that look back on all days of a works come after its last.</returns>
    internal IEnumerable<DateOnly> Days()
    {
        foreach (Works works in Works.Of(options))
        {
            // Managers answer for people of their own works, so what these booked is forgotten with the works.
            SalesDiary diary = new();
            DemoOptions share = works.ShareOf(options);
            Company company = new(options, works, rows);
            starts?.Invoke(company);
            foreach (DateOnly day in new CompanyLife(company, diary).Days())
            {
                yield return day;
            }

            new ForecastFlow(share, diary, rows).Write();
        }
    }
}
