using ProdSales.Planning.Definition;
using ProdSales.Planning.Running;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Planning;

/// <summary>Forecasts the business from the end of each month, once the warehouse has its last day, and looks at how earlier forecasts held.</summary>
/// <remarks>An origin that is there stays as it is, so nothing is said twice, whatever a server that is gone has done already.</remarks>
/// <param name="warehouse">The warehouse.</param>
/// <param name="clock">Gives the time at which forecasts are recorded.</param>
internal sealed class DuePlans(WarehouseDatabase warehouse, TimeProvider clock)
{
    private DateOnly? _done;

    /// <summary>Forecasts what is due; nothing where that was done.</summary>
    /// <param name="cancellation">Ends it; the forecast that was under way leaves nothing.</param>
    /// <exception cref="WarehouseException">The warehouse failed; what is left is due still.</exception>
    internal IEnumerable<PlanningResult> Do(CancellationToken cancellation)
    {
        if (Origin(cancellation) is not { } origin || origin == _done)
        {
            yield break;
        }

        PlanningRun run = new(warehouse, clock);
        ForecastWatch watch = new(warehouse, ModelReader.Shipped);
        foreach (PlannedSeries series in PlannedCatalogue.All)
        {
            PlanningResult result = run.Plan(series, origin, cancellation);
            watch.Look(series, origin, cancellation);
            if (result.Outcome is not PlanningOutcome.AlreadyThere)
            {
                yield return result;
            }
        }

        _done = origin;
    }

    /// <summary>The last end of a month that the warehouse knows; null while it knows no day.</summary>
    private DateOnly? Origin(CancellationToken cancellation)
    {
        using ReaderLease lease = warehouse.Readers.Lease(cancellation);
        DateOnly? known = PlanningRun.LastKnownDay(lease.Connection);
        return known?.AddDays(1) is { } next ? next.AddDays(-next.Day) : null;
    }
}
