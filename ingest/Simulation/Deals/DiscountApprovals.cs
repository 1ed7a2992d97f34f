using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Deals;

/// <summary>Asks the manager before a quote goes out whose discount lies above what a seller may give.</summary>
internal sealed class DiscountApprovals(Company company)
{
    private const double SellersLimit = 0.10;

    private readonly RandomFamily _approvals = new(company.Options.Seed, "approvals");

    internal void Ask(Deal deal, string quoteLineId, DateTime requested)
    {
        Person seller = deal.Buyer.Seat.HolderOn(Clock.DayOf(requested));
        double rate = company.Rates.Of(deal.Buyer.Region.Currency, Clock.DayOf(requested));
        if (seller.ManagerId is null || deal.Net > deal.Lines.Sum(line => line.List) * (1 - SellersLimit))
        {
            return;
        }

        DateTime decided = requested.AddMinutes(Math.Round(_approvals.For(deal.Number).LogNormal(190, 0.8)));
        company.Rows.Add(new Approval
        {
            SourceSystem = Origin.System,
            SourceId = $"AP-{deal.Id}",
            RequestedDate = Clock.DayOf(requested),
            RequestedAt = requested,
            Kind = "discount",
            SubjectType = "quote_line",
            SubjectId = quoteLineId,
            CustomerId = deal.Buyer.Id,
            RequesterId = seller.Id,
            ApproverId = seller.ManagerId,
            Amount = SaleAmounts.Of(deal.Lines, rate),
            Currency = deal.Buyer.Region.Currency,
            ExchangeRate = rate,
            DecidedAt = company.Known(decided),
            Outcome = company.Known(decided) is null ? "open" : "approved",
        });
    }
}
