using ProdSales.Simulation.Fulfilment;
using ProdSales.Simulation.Products;

namespace ProdSales.Simulation.Production;

/// <summary>A work order on its way through the shop.</summary>
internal sealed class WorkOrderRun(
    long number, Promise promise, int quantity, DateOnly released, DateOnly due, IReadOnlyList<Operation> routing)
{
    internal long Number { get; } = number;

    internal string Id => Numbered.Of("WO", Number, 7);

    internal Promise Promise { get; } = promise;

    internal CatalogueItem Item => Promise.Item;

    internal int Quantity { get; } = quantity;

    internal DateOnly Released { get; } = released;

    internal DateOnly Due { get; } = due;

    internal IReadOnlyList<Operation> Routing { get; } = routing;

    internal DateOnly? Started { get; set; }

    /// <summary>Gets or sets the operation that comes next, counted from 0.</summary>
    internal int NextOperation { get; set; }

    /// <summary>Gets or sets the pieces still good.</summary>
    internal int Good { get; set; } = quantity;

    internal int Scrapped { get; set; }

    internal string? ScrapReason { get; set; }

    internal int Reworked { get; set; }

    internal double ActualMinutes { get; set; }

    /// <summary>Gets or sets material, labour and rework so far, in CNY.</summary>
    internal double Cost { get; set; }

    /// <summary>Gets or sets the days that the start waited for material.</summary>
    internal int DaysWaited { get; set; }

    /// <summary>Gets the lots of the traced component, one a piece.</summary>
    internal List<string> Lots { get; } = [];

    internal double StandardMinutes => Routing.Sum(operation => operation.SetupMinutes + (operation.UnitMinutes * Quantity));

    /// <summary>The row as it stands; the day of finishing is null while it is open.</summary>
    internal WorkOrder Row(DateOnly asOf, DateOnly? finished) => new()
    {
        SourceSystem = Origin.System,
        SourceId = Id,
        ReleasedDate = Released <= asOf ? Released : null,
        StartedDate = Started,
        DueDate = Due,
        FinishedDate = finished,
        ProductId = Item.Id,
        OrderLineId = Promise.OrderLineId,
        CustomerId = Promise.Buyer.Id,
        ProductionLine = ProductionLine.Of(Item.Line).Name,
        OrderedQuantity = Quantity,
        GoodQuantity = finished is null ? 0 : Good,
        ScrappedQuantity = Scrapped,
        ScrapReason = ScrapReason,
        StandardMinutes = Math.Round(StandardMinutes, 1),
        ActualMinutes = Math.Round(ActualMinutes, 1),
        CostAmount = Money.Of(Cost),
        Currency = Origin.Currency,
        Status = (finished, Started, Released <= asOf) switch
        {
            (not null, _, _) => "finished",
            (_, not null, _) => "started",
            (_, _, true) => "released",
            _ => "planned",
        },
    };
}
