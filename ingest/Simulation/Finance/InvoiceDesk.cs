using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Fulfilment;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Finance;

/// <summary>Invoices what was delivered, one invoice an order and day, and books what is paid for it.</summary>
internal sealed class InvoiceDesk(Company company)
{
    /// <summary>Days before it makes up its mind in which a customer who will leave already holds back what is due.</summary>
    private const int HoldsBackDays = 45;

    private readonly Dictionary<string, (Order Order, decimal Amount, decimal Cost)> _today = new(StringComparer.Ordinal);
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
        (_, decimal amount, decimal cost) = _today.GetValueOrDefault(order.Id);
        _today[order.Id] = (order, amount + Part(line.Net, before, after), cost + Part(line.Cost, before, after));
    }

    internal void Live(DateOnly day)
    {
        foreach ((Order order, decimal amount, decimal cost) in _today.Values.Where(invoice => invoice.Amount > 0))
        {
            Write(order, amount, cost, day);
        }

        _today.Clear();
        foreach (Payment payment in _payments.Take(day))
        {
            company.Rows.Add(payment.Row(day));
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

    private void Write(Order order, decimal amount, decimal cost, DateOnly day)
    {
        long number = ++_count;
        string id = Numbered.Of("IV", number, 7);
        DateOnly due = day.AddDays(TermOf(order.Buyer));
        double rate = company.Rates.Of(order.Currency, day);
        company.Rows.Add(new Invoice
        {
            SourceSystem = Origin.System,
            SourceId = id,
            InvoiceDate = day,
            DueDate = due,
            OrderId = order.Id,
            CustomerId = order.Buyer.Id,
            Amount = amount,
            CostAmount = cost,
            Currency = order.Currency,
            ExchangeRate = rate,
        });
        PlanPayments(new Payment(id, 1, order.Buyer, amount, order.Currency, rate), due, day, _invoices.For(number));
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
        decimal first = dice.Chance(0.2) ? Math.Round(whole.Amount * (decimal)dice.Between(0.3, 0.7), 2) : whole.Amount;
        _payments.Add(day, whole with { Amount = first });
        if (first < whole.Amount)
        {
            _payments.Add(PlantCalendar.SameOrNextWorkday(day.AddDays(dice.Whole(10, 60))), whole with { Part = 2, Amount = whole.Amount - first });
        }
    }
}
