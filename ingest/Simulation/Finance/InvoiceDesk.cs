using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Fulfilment;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Finance;

/// <summary>Invoices what was delivered, one invoice an order and day with a line for each product, and books what is paid for it.</summary>
internal sealed class InvoiceDesk(Company company)
{
    /// <summary>Days before it makes up its mind in which a customer who will leave already holds back what is due.</summary>
    private const int HoldsBackDays = 45;

    private readonly OrderedDictionary<string, (Order Order, OrderedDictionary<string, InvoiceLine> Lines)> _today = new(StringComparer.Ordinal);
    private readonly Agenda<Payment> _payments = new();
    private readonly RandomFamily _invoices = new(company.Options.Seed, "invoices");
    private long _count = company.Works.NumbersAfter;

    /// <summary>Notes a delivery for the invoice of the day; parts of a line add up to the line to the cent.</summary>
    internal void Collect(Promise promise, int quantity)
    {
        Order order = promise.Order;
        SaleAmounts line = SaleAmounts.Of(promise.Line, order.ExchangeRate);
        int delivered = promise.PromisedBefore + promise.Delivered;
        decimal before = (decimal)delivered / promise.Line.Quantity;
        decimal after = (decimal)(delivered + quantity) / promise.Line.Quantity;
        if (!_today.TryGetValue(order.Id, out (Order Order, OrderedDictionary<string, InvoiceLine> Lines) invoice))
        {
            _today[order.Id] = invoice = (order, new(StringComparer.Ordinal));
        }

        string product = promise.Line.Item.Id;
        (decimal amount, decimal cost) = invoice.Lines.TryGetValue(product, out InvoiceLine told) ? (told.Amount, told.Cost) : (0, 0);
        invoice.Lines[product] = new InvoiceLine(product, amount + Part(line.Net, before, after), cost + Part(line.Cost, before, after));
    }

    internal void Live(DateOnly day)
    {
        foreach ((Order order, OrderedDictionary<string, InvoiceLine> lines) in _today.Values)
        {
            if (lines.Values.Sum(line => line.Amount) > 0)
            {
                Write(order, [.. lines.Values], day);
            }
        }

        _today.Clear();
        foreach (Payment payment in _payments.Take(day))
        {
            foreach (Receipt receipt in payment.Rows(day))
            {
                company.Rows.Add(receipt);
            }
        }
    }

    private static decimal Part(decimal amount, decimal before, decimal after) =>
        Math.Round(amount * after, 2) - Math.Round(amount * before, 2);

    private static int TermOf(Buyer buyer) => (buyer.Region.Currency == Origin.Currency, buyer.IsDealer, buyer.Tier) switch
    {
        (false, _, _) => 30,
        (_, true, _) => 45,
        (_, _, "A") => 60,
        (_, _, "B") => 45,
        _ => 30,
    };

    private void Write(Order order, InvoiceLine[] lines, DateOnly day)
    {
        long number = ++_count;
        string id = Numbered.Of("IV", number, 7);
        DateOnly due = day.AddDays(TermOf(order.Buyer));
        double rate = company.Rates.Of(order.Currency, day);
        List<Owed> owed = [];
        foreach (InvoiceLine line in lines)
        {
            string lineId = lines.Length == 1 ? id : $"{id}-{owed.Count + 1}";
            owed.Add(new Owed(lineId, line.Amount));
            company.Rows.Add(new Invoice
            {
                SourceSystem = Origin.System,
                SourceId = lineId,
                InvoiceNumber = id,
                InvoiceDate = day,
                DueDate = due,
                OrderId = order.Id,
                CustomerId = order.Buyer.Id,
                ProductId = line.ProductId,
                Amount = line.Amount,
                CostAmount = line.Cost,
                Currency = order.Currency,
                ExchangeRate = rate,
            });
        }

        PlanPayments(new Payment(owed, 1, order.Buyer, order.Currency, rate), due, day, _invoices.For(number));
    }

    private void PlanPayments(Payment whole, DateOnly due, DateOnly invoiced, RandomStream dice)
    {
        Buyer buyer = whole.Buyer;
        double late = dice.LogNormal(buyer.PaymentDelay, 0.6) - 6;
        late += buyer.Satisfaction < 0.55 ? 15 : 0;
        late += dice.Chance(0.02) ? dice.Between(40, 120) : 0;
        late += buyer.IsLeaving(due.AddDays(HoldsBackDays)) ? dice.Between(110, 220) : 0;
        DateOnly day = due.AddDays((int)Math.Min(300, late));
        day = PlantCalendar.SameOrNextWorkday(day <= invoiced ? invoiced.AddDays(1) : day);
        if (!dice.Chance(0.2))
        {
            _payments.Add(day, whole);
            return;
        }

        (Payment first, Payment rest) = whole.Parted(Math.Round(whole.Amount * (decimal)dice.Between(0.3, 0.7), 2));
        _payments.Add(day, first);
        _payments.Add(PlantCalendar.SameOrNextWorkday(day.AddDays(dice.Whole(10, 60))), rest);
    }

    private readonly record struct InvoiceLine(string ProductId, decimal Amount, decimal Cost);
}
