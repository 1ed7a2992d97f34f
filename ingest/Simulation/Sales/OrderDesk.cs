using ProdSales.Simulation.Fulfilment;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Sales;

/// <summary>Books orders: writes their lines and gives a promise for each.</summary>
internal sealed class OrderDesk(Company company, PromiseDesk promises, SalesDiary diary, MachineDiary machines)
{
    private const double CancellationRate = 0.018;

    private const double TaxRate = 0.13;

    private readonly RandomFamily _orders = new(company.Options.Seed, "orders");
    private long _count = company.Works.NumbersAfter;

    internal void Book(Buyer buyer, IReadOnlyList<SaleLine> lines, DateOnly day, string? opportunityId)
    {
        long number = ++_count;
        RandomStream dice = _orders.For(number);
        DateOnly cancelled = day.AddDays(dice.Whole(1, 6));
        bool isCancelled = dice.Chance(CancellationRate) && cancelled <= company.Last;
        Order order = new(Numbered.Of("SO", number, 7), buyer, day, buyer.Region.Currency, company.Rates.Of(buyer.Region.Currency, day), isCancelled);
        foreach ((int index, SaleLine line) in lines.Index())
        {
            SalesOrderLine row = Row(order, index + 1, line, opportunityId, isCancelled ? cancelled : null);
            company.Rows.Add(row);
            if (!isCancelled)
            {
                diary.Note(buyer, line, day);
                machines.Note(line, day);
            }
        }

        promises.Give(order, lines, dice);
        buyer.LastOrderOn = day;
    }

    private static SalesOrderLine Row(Order order, int number, SaleLine line, string? opportunityId, DateOnly? cancelled)
    {
        SaleAmounts amounts = SaleAmounts.Of(line, order.ExchangeRate);
        Buyer buyer = order.Buyer;
        return new SalesOrderLine
        {
            SourceSystem = Origin.System,
            SourceId = order.LineId(number),
            Version = cancelled is null ? 1 : 2,
            OrderedDate = order.Day,
            OrderId = order.Id,
            LineNumber = number,
            CustomerId = buyer.Id,
            ProductId = line.Item.Id,
            OwnerId = buyer.Seat.HolderOn(order.Day).Id,
            OrganisationId = buyer.Seat.TeamId,
            OpportunityId = opportunityId,
            Region = buyer.Region.Name,
            Channel = buyer.Channel,
            IsMadeToOrder = line.Item.IsMade,
            Quantity = line.Quantity,
            ListAmount = amounts.List,
            DiscountAmount = amounts.Discount,
            NetAmount = amounts.Net,
            CostAmount = amounts.Cost,
            TaxAmount = order.Currency == Origin.Currency ? Money.Of((double)amounts.Net * TaxRate) : 0,
            Currency = order.Currency,
            ExchangeRate = order.ExchangeRate,
            IsCancelled = cancelled is not null,
        };
    }
}
