using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Production;
using ProdSales.Simulation.Stock;

namespace ProdSales.Simulation.Fulfilment;

/// <summary>Takes finished machines into stock and sends them so that they arrive neither long before nor, if it can be, after the
/// promise.</summary>
internal sealed class FinishedGoods(StockLedger stock, Shipping shipping)
{
    /// <summary>Days before the promise from which a customer takes a machine.</summary>
    private const int Early = 5;

    private readonly Agenda<Promise> _leaving = new();

    internal void TakeIn(IEnumerable<WorkOrderRun> finished, DateOnly day)
    {
        foreach (WorkOrderRun run in finished.Where(run => run.Good > 0))
        {
            stock.Receive(run.Item, run.Good, run.Item.Cost, day, "receipt", run.Id, null);
            stock.Commit(run.Item, run.Good);
            run.Promise.Ready += run.Good;
            foreach (string lot in run.Lots.Take(run.Good))
            {
                run.Promise.Lots.Enqueue(lot);
            }

            NoteLeaving(run.Promise, day);
        }
    }

    internal void Send(DateOnly day)
    {
        foreach (Promise promise in _leaving.Take(day).Where(promise => promise.Ready > 0))
        {
            int quantity = promise.Ready;
            promise.Ready = 0;
            stock.Commit(promise.Item, -quantity);
            stock.Issue(promise.Item, quantity, day, promise.Id);
            shipping.Send(promise, quantity, day);
        }
    }

    private void NoteLeaving(Promise promise, DateOnly day)
    {
        if (!promise.TakesParts && promise.Ready < promise.Quantity)
        {
            return;
        }

        DateOnly earliest = PlantCalendar.AddWorkdays(day, 1);
        DateOnly wanted = promise.FirstCommit.AddDays(-promise.Buyer.Region.TransitDays - Early);
        _leaving.Add(wanted < earliest ? earliest : PlantCalendar.SameOrNextWorkday(wanted), promise);
    }
}
