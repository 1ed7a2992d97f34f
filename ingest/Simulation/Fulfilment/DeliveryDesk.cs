using ProdSales.Simulation.Finance;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Service;

namespace ProdSales.Simulation.Fulfilment;

/// <summary>Hands goods over: writes the delivery, has it invoiced, puts machines into service, and leaves an impression.</summary>
internal sealed class DeliveryDesk(Company company, Shipping shipping, PromiseDesk promises, InvoiceDesk invoices, Fleet fleet)
{
    private readonly RandomFamily _deliveries = new(company.Options.Seed, "deliveries");
    private long _count = company.Works.NumbersAfter;

    internal void Live(DateOnly day)
    {
        foreach (Shipment shipment in shipping.ArrivingOn(day))
        {
            Promise promise = shipment.Promise;
            RandomStream dice = _deliveries.For(++_count);
            bool isConditionRight = dice.Chance(0.99);
            company.Rows.Add(Row(shipment, day, isConditionRight, dice.Chance(0.985)));
            invoices.Collect(promise, shipment.Quantity);
            promise.Delivered += shipment.Quantity;
            Impress(promise, day, isConditionRight);
            if (promise.Item.IsMade)
            {
                fleet.PutIntoService(shipment, day);
            }

            if (promise.Delivered == promise.Quantity)
            {
                promises.Fulfil(promise, day);
            }
        }
    }

    private static void Impress(Promise promise, DateOnly day, bool isConditionRight)
    {
        int late = day.DayNumber - promise.FirstCommit.DayNumber;
        double weight = promise.Item.IsMade ? 1 : 0.4;
        promise.Buyer.Feel(weight * (late > 0 ? -0.05 - (0.008 * Math.Min(late, 25)) : 0.016));
        if (!isConditionRight)
        {
            promise.Buyer.Feel(-0.05);
        }
    }

    private Delivery Row(Shipment shipment, DateOnly day, bool isConditionRight, bool isDocumentationRight) => new()
    {
        SourceSystem = Origin.System,
        SourceId = Numbered.Of("DN", _count, 8),
        DeliveredDate = day,
        ScheduleLineId = shipment.Promise.Id,
        OrderId = shipment.Promise.Order.Id,
        CustomerId = shipment.Promise.Buyer.Id,
        ProductId = shipment.Promise.Item.Id,
        Quantity = shipment.Quantity,
        Warehouse = shipment.Promise.Item.IsService ? null : company.Works.Warehouse(shipment.Promise.Item.Warehouse),
        IsDocumentationRight = isDocumentationRight,
        IsConditionRight = isConditionRight,
    };
}
