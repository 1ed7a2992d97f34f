using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Deals;

/// <summary>Writes the quotes of an opportunity: each version asks a little more than the next, the last one is what is ordered.</summary>
internal sealed class QuoteRecords(Company company)
{
    private readonly RandomFamily _quotes = new(company.Options.Seed, "quotes");
    private readonly DiscountApprovals _approvals = new(company);

    internal void Write(Deal deal)
    {
        if (deal.StageDays.Count <= SalesStage.Quoting)
        {
            return;
        }

        RandomStream dice = _quotes.For(deal.Number);
        DateOnly asked = deal.StageDays[SalesStage.Quoting];
        int versions = dice.Unit() switch { < 0.5 => 1, < 0.85 => 2, _ => 3 };
        for (int version = 1; version <= versions; version++)
        {
            DateTime requested = Clock.At(asked, dice.Between(540, 1020));
            DateTime sent = requested.AddMinutes(Math.Round(dice.LogNormal(version == 1 ? 26 * 60 : 7 * 60, 0.8)));
            bool isValid = dice.Chance(version == versions ? 0.995 : 0.93);
            if (asked <= company.Last && asked <= deal.Closed)
            {
                WriteVersion(deal, version, versions, requested, sent, isValid);
                if (version == versions)
                {
                    _approvals.Ask(deal, $"{Numbered.Of("QT", deal.Number, 7)}-{version}-1", requested);
                }
            }

            asked = PlantCalendar.SameOrNextWorkday(Clock.DayOf(sent).AddDays(dice.Whole(1, 9)));
        }
    }

    private void WriteVersion(Deal deal, int version, int versions, DateTime requested, DateTime sent, bool isValid)
    {
        DateOnly quoted = company.Known(Clock.DayOf(sent)) ?? company.Last;
        double rate = company.Rates.Of(deal.Buyer.Region.Currency, quoted);
        string quote = Numbered.Of("QT", deal.Number, 7);
        foreach ((int index, SaleLine line) in deal.Lines.Index())
        {
            SaleAmounts amounts = SaleAmounts.Of(line, rate, line.DiscountRate * (1 - (0.15 * (versions - version))));
            company.Rows.Add(new QuoteLine
            {
                SourceSystem = Origin.System,
                SourceId = $"{quote}-{version}-{index + 1}",
                QuotedDate = quoted,
                QuoteId = quote,
                QuoteVersion = version,
                LineNumber = index + 1,
                OpportunityId = deal.Id,
                CustomerId = deal.Buyer.Id,
                ProductId = line.Item.Id,
                OwnerId = deal.Buyer.Seat.HolderOn(quoted).Id,
                RequestedAt = requested,
                SentAt = company.Known(sent),
                Quantity = line.Quantity,
                ListAmount = amounts.List,
                DiscountAmount = amounts.Discount,
                NetAmount = amounts.Net,
                EstimatedCost = amounts.Cost,
                Currency = deal.Buyer.Region.Currency,
                ExchangeRate = rate,
                IsValid = isValid,
            });
        }
    }
}
