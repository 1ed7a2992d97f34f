using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Service;

namespace ProdSales.Simulation.Sales;

/// <summary>Customers come, change hands and tiers, and go when they have been let down.</summary>
internal sealed class CustomerCare(Company company, RepeatOrders orders, SurveyDesk surveys)
{
    /// <summary>Days after the last order at which a customer who has left is noticed.</summary>
    private const int DaysUntilNoticed = 150;

    private readonly RandomFamily _months = new(company.Options.Seed, "customer months");
    private readonly Agenda<Buyer> _noticed = new();

    /// <summary>Writes the customers of the first day.</summary>
    internal void Open()
    {
        foreach (Buyer buyer in company.Buyers.All.Where(buyer => buyer.JoinedOn is null))
        {
            company.Rows.Add(CustomerRecords.NextVersion(buyer, company.First));
        }
    }

    internal void Live(DateOnly day)
    {
        foreach (Buyer buyer in company.Buyers.JoiningOn(day))
        {
            company.Rows.Add(CustomerRecords.NextVersion(buyer, day));
            orders.Welcome(buyer, day);
        }

        foreach (Buyer buyer in _noticed.Take(day))
        {
            company.Rows.Add(CustomerRecords.NextVersion(buyer, day));
        }

        ChangeHands(day);
        if (day.Day == 1)
        {
            foreach (Buyer buyer in company.Buyers.All.Where(buyer => buyer.Buys(day)))
            {
                LiveMonth(buyer, day);
            }
        }
    }

    private void ChangeHands(DateOnly day)
    {
        foreach ((Seat seat, Person leaver, Person follower) in company.Staff.ChangesOn(day))
        {
            company.Rows.Add(leaver.OnLeaving());
            company.Rows.Add(follower.OnHiring());
            foreach (Buyer buyer in seat.Buyers.Where(buyer => buyer.RowVersion > 0))
            {
                company.Rows.Add(CustomerRecords.NextVersion(buyer, day));
            }
        }
    }

    private void LiveMonth(Buyer buyer, DateOnly day)
    {
        RandomStream dice = _months.For(buyer.Number, day.DayNumber);
        surveys.AskYearly(buyer, day);
        double disappointment = Math.Max(0, 0.7 - buyer.Satisfaction);
        if (dice.Chance(0.0004 + (7 * disappointment * disappointment)) && buyer.DealsToCome == 0 && buyer.LeavesFrom is null)
        {
            buyer.ChurnedOn = day;
            _noticed.Add(day.AddDays(DaysUntilNoticed), buyer);
        }

        buyer.Forget(day);
        if (day.Month == 1 && dice.Chance(0.05) && buyer.ChurnedOn is null)
        {
            buyer.Tier = buyer.Tier switch { "A" => "B", "B" => dice.Chance(0.5) ? "A" : "C", _ => "B" };
            company.Rows.Add(CustomerRecords.NextVersion(buyer, day));
        }
    }
}
