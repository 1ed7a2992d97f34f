using ProdSales.Simulation.Masters;

namespace ProdSales.Simulation.Finance;

/// <summary>A payment to come for one invoice; a whole invoice is paid in one or two parts.</summary>
internal sealed record Payment(string InvoiceId, int Part, Buyer Buyer, decimal Amount, string Currency, double ExchangeRate)
{
    internal Receipt Row(DateOnly day) => new()
    {
        SourceSystem = Origin.System,
        SourceId = $"{InvoiceId}-{Part}",
        ReceivedDate = day,
        InvoiceId = InvoiceId,
        CustomerId = Buyer.Id,
        Amount = Amount,
        Currency = Currency,
        ExchangeRate = ExchangeRate,
    };
}
