using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Products;
using ProdSales.Simulation.Stock;

namespace ProdSales.Simulation.Fulfilment;

/// <summary>Picks bought goods from stock on the day on which they must leave; what is short waits for the next receipt.</summary>
internal sealed class Picking(StockLedger stock, Shipping shipping)
{
    private readonly Agenda<Promise> _due = new();
    private readonly Dictionary<CatalogueItem, Queue<Promise>> _backlog = [];

    internal void Plan(Promise promise)
    {
        stock.Commit(promise.Item, promise.Quantity);
        DateOnly leave = PlantCalendar.SameOrPreviousWorkday(promise.FirstCommit.AddDays(-promise.Buyer.Region.TransitDays));
        DateOnly earliest = PlantCalendar.AddWorkdays(promise.Order.Day, 1);
        _due.Add(leave < earliest ? earliest : leave, promise);
    }

    internal void Live(DateOnly day)
    {
        foreach ((CatalogueItem item, Queue<Promise> waiting) in _backlog)
        {
            while (waiting.TryPeek(out Promise? promise) && stock.OnHand(item) >= promise.Quantity)
            {
                Pick(waiting.Dequeue(), day);
            }

            foreach (Promise promise in waiting)
            {
                promise.Delays.Material++;
            }
        }

        foreach (Promise promise in _due.Take(day))
        {
            if (stock.OnHand(promise.Item) >= promise.Quantity)
            {
                Pick(promise, day);
            }
            else
            {
                Wait(promise);
            }
        }
    }

    private void Wait(Promise promise)
    {
        if (!_backlog.TryGetValue(promise.Item, out Queue<Promise>? waiting))
        {
            _backlog[promise.Item] = waiting = new Queue<Promise>();
        }

        waiting.Enqueue(promise);
    }

    private void Pick(Promise promise, DateOnly day)
    {
        stock.Commit(promise.Item, -promise.Quantity);
        stock.Issue(promise.Item, promise.Quantity, day, promise.Id);
        shipping.Send(promise, promise.Quantity, day);
    }
}
