using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Service;

/// <summary>Service contracts of a year each: who is content renews, who is not lets them go.</summary>
internal sealed class ContractDesk(Company company)
{
    private const int GraceDays = 30;

    private const double ShareOfMachines = 0.12;

    private readonly RandomFamily _contracts = new(company.Options.Seed, "contracts");
    private readonly Agenda<ServiceTerm> _decisions = new();
    private long _count = company.Works.NumbersAfter;

    /// <summary>Takes over the contracts that run on the first day.</summary>
    internal void TakeOver()
    {
        foreach (Buyer buyer in company.Buyers.All.Where(buyer => buyer.JoinedOn is null))
        {
            RandomStream dice = _contracts.For(-buyer.Number);
            if (dice.Chance(buyer.Tier switch { "A" => 0.75, "B" => 0.4, _ => 0.15 }))
            {
                DateOnly end = company.First.AddDays(dice.Whole(5, 360));
                Sign(buyer, null, end.AddYears(-1).AddDays(1), Money.InHundreds((9000 + (buyer.Size * 26_000)) * dice.Between(0.8, 1.2)));
            }
        }
    }

    /// <summary>Offers a contract for a machine that is put into service; some customers take it.</summary>
    internal void Offer(Machine machine, DateOnly day)
    {
        RandomStream dice = _contracts.For(machine.Number, 7);
        if (!machine.Owner.IsDealer && dice.Chance(ShareOfMachines))
        {
            Sign(machine.Owner, machine, day, Money.InHundreds(machine.Item.ListPrice * 0.03));
        }
    }

    internal void Live(DateOnly day)
    {
        foreach (ServiceTerm term in _decisions.Take(day))
        {
            Decide(term, day);
        }
    }

    /// <summary>Writes the terms that are undecided on the last day.</summary>
    internal void Close()
    {
        foreach (ServiceTerm term in _decisions.Rest())
        {
            company.Rows.Add(term.Row(GraceDays, null, null));
        }
    }

    private void Sign(Buyer buyer, Machine? machine, DateOnly start, double amount)
    {
        long number = ++_count;
        RandomStream dice = _contracts.For(number);
        ServiceTerm term = new(number, buyer, machine, start, start.AddYears(1).AddDays(-1), amount);
        company.Rows.Add(term.Contract(GraceDays));
        int offset =
            dice.Unit() switch { < 0.5 => -dice.Whole(0, 12), < 0.96 => dice.Whole(0, GraceDays - 5), _ => dice.Whole(GraceDays + 3, 70) };
        DateOnly decision = term.End.AddDays(offset);
        _decisions.Add(decision < company.First ? company.First : decision, term);
    }

    private void Decide(ServiceTerm term, DateOnly day)
    {
        RandomStream dice = _contracts.For(term.Number, 1);
        double chance = Math.Clamp(0.93 + (1.5 * (term.Buyer.Satisfaction - 0.78)), 0.03, 0.985);
        bool isRenewed = dice.Chance(chance) && term.Buyer.ChurnedOn is null && !term.Buyer.IsLeaving(day);
        double renewed = isRenewed ? Money.InHundreds(term.Amount * Math.Clamp(1.01 + (0.06 * dice.Normal()), 0.6, 1.3)) : 0;
        company.Rows.Add(term.Row(GraceDays, renewed, isRenewed ? day : null));
        if (isRenewed)
        {
            Sign(term.Buyer, term.Machine, term.End.AddDays(1), renewed);
        }
    }
}
