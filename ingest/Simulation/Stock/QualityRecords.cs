using ProdSales.Simulation.Production;
using ProdSales.Simulation.Service;

namespace ProdSales.Simulation.Stock;

/// <summary>Writes checks, rework, scrap and warranty cases.</summary>
internal sealed class QualityRecords(Company company)
{
    private long _count = company.Works.NumbersAfter;

    /// <summary>A receipt of which some pieces were refused.</summary>
    internal void WriteIncoming(Purchase purchase, DateOnly day) => company.Rows.Add(New(day, "check") with
    {
        ProductId = purchase.Item.Id,
        SupplierId = purchase.SupplierId,
        CheckedQuantity = purchase.Quantity,
        DefectQuantity = purchase.Rejected,
        Cause = "material",
        Lot = purchase.Item.IsTraced ? purchase.Lot : null,
    });

    /// <summary>The final inspection of a work order.</summary>
    internal void WriteInspection(WorkOrderRun run, WorkCentreState centre, DateOnly day) => company.Rows.Add(New(day, "check") with
    {
        WorkOrderId = run.Id,
        ProductId = run.Item.Id,
        WorkCentreId = centre.Id,
        CheckedQuantity = run.Good,
        DefectQuantity = Math.Min(run.Reworked, run.Good),
    });

    /// <summary>Pieces that were scrapped or have to be done again at a work centre.</summary>
    internal void WriteLoss(WorkOrderRun run, WorkCentreState centre, DateOnly day, string kind, int quantity, string cause, double cost) =>
        company.Rows.Add(New(day, kind) with
        {
            WorkOrderId = run.Id,
            ProductId = run.Item.Id,
            WorkCentreId = centre.Id,
            DefectQuantity = quantity,
            Cause = cause,
            CostAmount = Money.Of(cost),
            Currency = Origin.Currency,
        });

    /// <summary>A failure under warranty that a component is to blame for.</summary>
    internal void WriteWarranty(Machine machine, DateOnly day, decimal cost)
    {
        string? supplier = machine.Item.TracedPart is { } part ? SupplierBook.For(part).SupplierId : null;
        company.Rows.Add(New(day, "warranty") with
        {
            ProductId = machine.Item.Id,
            DeviceId = machine.Id,
            SupplierId = machine.Lot is null ? null : supplier,
            DefectQuantity = 1,
            Cause = machine.Lot is null ? "other" : "material",
            CostAmount = cost,
            Currency = Origin.Currency,
            Lot = machine.Lot,
        });
    }

    private QualityEvent New(DateOnly day, string kind) => new()
    {
        SourceSystem = Origin.System,
        SourceId = Numbered.Of("QE", ++_count, 8),
        OccurredDate = day,
        Kind = kind,
    };
}
