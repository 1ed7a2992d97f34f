using ProdSales.Simulation.Masters;

namespace ProdSales.Simulation.Finance;

/// <summary>A payment to come for one invoice, applied to each of its lines; a whole invoice is paid in one or two parts.</summary>
internal sealed record Payment(IReadOnlyList<Owed> Lines, int Part, Buyer Buyer, string Currency, double ExchangeRate)
{
    internal decimal Amount => Lines.Sum(line => line.Amount);

    internal IEnumerable<Receipt> Rows(DateOnly day) => Lines.Where(line => line.Amount > 0).Select(line => new Receipt
    {
        SourceSystem = Origin.System,
        SourceId = $"{line.InvoiceId}-{Part}",
        ReceivedDate = day,
        InvoiceId = line.InvoiceId,
        CustomerId = Buyer.Id,
        Amount = line.Amount,
        Currency = Currency,
        ExchangeRate = ExchangeRate,
    });

    /// <summary>An amount that is paid first and what is left, each spread over the lines by what is owed for them, to the cent.</summary>
    internal (Payment Now, Payment Later) Parted(decimal first)
    {
        List<Owed> now = [];
        decimal owed = 0;
        decimal paid = 0;
        foreach (Owed line in Lines)
        {
            owed += line.Amount;
            decimal paidWith = Math.Round(first * owed / Amount, 2);
            now.Add(line with { Amount = paidWith - paid });
            paid = paidWith;
        }

        Owed[] later = [.. Lines.Zip(now, (line, part) => line with { Amount = line.Amount - part.Amount })];
        return (this with { Lines = now }, this with { Lines = later, Part = Part + 1 });
    }
}
