using ProdSales.Simulation.Calendar;

namespace ProdSales.Simulation.Deals;

/// <summary>The opportunities: each is written when it opens, and becomes an order on the day on which it is won.</summary>
internal sealed class Pipeline(Company company, OpportunityRecords records, QuoteRecords quotes)
{
    private readonly Agenda<Deal> _won = new();

    internal void Open(Deal deal)
    {
        company.Planned?.Invoke(deal);
        records.Write(deal);
        quotes.Write(deal);
        if (deal.IsWon && deal.Closed <= company.Last)
        {
            deal.Buyer.DealsToCome++;
            _won.Add(deal.Closed, deal);
        }
    }

    /// <summary>The opportunities that are won on a day.</summary>
    internal IEnumerable<Deal> WonOn(DateOnly day)
    {
        foreach (Deal deal in _won.Take(day))
        {
            deal.Buyer.DealsToCome--;
            yield return deal;
        }
    }
}
