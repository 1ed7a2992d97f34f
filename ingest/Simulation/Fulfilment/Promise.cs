using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Products;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Fulfilment;

/// <summary>A schedule line on its way: what was promised by when, and how far it has come.</summary>
internal sealed class Promise(long number, Order order, int lineNumber, SaleLine line, int quantity)
{
    internal long Number { get; } = number;

    internal string Id => Numbered.Of("SL", Number, 8);

    internal Order Order { get; } = order;

    internal Buyer Buyer => Order.Buyer;

    internal string OrderLineId => Order.LineId(LineNumber);

    internal int LineNumber { get; } = lineNumber;

    internal SaleLine Line { get; } = line;

    internal CatalogueItem Item => Line.Item;

    internal int Quantity { get; } = quantity;

    /// <summary>Gets the pieces of the order line that other schedule lines promise before this one.</summary>
    internal int PromisedBefore { get; init; }

    internal required DateOnly Requested { get; init; }

    /// <summary>Gets the day first promised; it never changes.</summary>
    internal required DateOnly FirstCommit { get; init; }

    internal DateOnly? CurrentCommit { get; set; }

    /// <summary>Gets or sets how often the date was moved.</summary>
    internal int Revisions { get; set; }

    /// <summary>Gets or sets the day on which the seller was warned that the date cannot be kept; null when there was no need.</summary>
    internal DateOnly? AlertedOn { get; set; }

    /// <summary>Gets a value indicating whether the customer takes a part of the quantity before the rest.</summary>
    internal bool TakesParts { get; init; }

    /// <summary>Gets or sets the pieces made and not yet on their way.</summary>
    internal int Ready { get; set; }

    /// <summary>Gets or sets the pieces on their way or there.</summary>
    internal int Shipped { get; set; }

    internal int Delivered { get; set; }

    /// <summary>Gets the lots of traced components in the pieces that are ready.</summary>
    internal Queue<string?> Lots { get; } = new();

    internal Delays Delays { get; } = new();

    /// <summary>Promises another day.</summary>
    /// <returns>The record of the change.</returns>
    internal PromiseRevision Revise(DateOnly today, DateOnly to)
    {
        DateOnly from = CurrentCommit ?? FirstCommit;
        CurrentCommit = to;
        AlertedOn ??= today;
        string cause = Delays.MainCause(Item.IsMade);
        return new PromiseRevision
        {
            SourceSystem = Origin.System,
            SourceId = $"{Id}-R{++Revisions}",
            ChangedDate = today,
            ScheduleLineId = Id,
            OrderId = Order.Id,
            CustomerId = Buyer.Id,
            ProductId = Item.Id,
            FromDate = from,
            ToDate = to,
            ReasonId = ReasonTree.IdOf(cause),
            CausedBy = ReasonTree.CausedBy(cause),
            ChangedById = Buyer.Seat.HolderOn(today).Id,
        };
    }

    /// <summary>The row as it stands; the cause is told once the first promise is broken.</summary>
    internal ScheduleLine Row(DateOnly asOf) => new()
    {
        SourceSystem = Origin.System,
        SourceId = Id,
        OrderId = Order.Id,
        OrderLineId = OrderLineId,
        CustomerId = Buyer.Id,
        ProductId = Item.Id,
        Region = Buyer.Region.Name,
        RequestedDate = Requested,
        FirstCommitDate = FirstCommit,
        CurrentCommitDate = CurrentCommit,
        OrderedQuantity = Quantity,
        IsCancelled = Order.IsCancelled,
        DelayCause = !Order.IsCancelled && asOf > FirstCommit ? Delays.MainCause(Item.IsMade) : null,
    };
}
