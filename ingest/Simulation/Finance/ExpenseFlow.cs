using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Finance;

/// <summary>What every team spends in a month on each account, beside its budget.</summary>
internal sealed class ExpenseFlow(Company company)
{
    private static readonly (string Account, double PerHead)[] Accounts =
        [("差旅费", 5200), ("业务招待费", 2900), ("市场推广费", 3600), ("办公费", 900), ("车辆费", 1500), ("培训费", 600)];

    private readonly RandomFamily _months = new(company.Options.Seed, "expenses");
    private readonly Dictionary<string, int> _heads = company.Staff.Seats.Select(seat => seat.TeamId)
        .Concat(company.Staff.Engineers.SelectMany(team => team.Value).Select(person => person.OrganisationId))
        .CountBy(team => team, StringComparer.Ordinal)
        .ToDictionary(team => team.Key, team => team.Value, StringComparer.Ordinal);

    /// <summary>Writes the expenses of the month that ends with a day.</summary>
    internal void WriteMonth(DateOnly day)
    {
        DateOnly month = day.AddDays(1 - day.Day);
        double part = (double)day.Day / DateTime.DaysInMonth(day.Year, day.Month);
        foreach ((int unit, string team) in OrganisationChart.SpendingUnits().Index())
        {
            foreach ((int index, (string account, double perHead)) in Accounts.Index())
            {
                RandomStream dice = _months.For((month.DayNumber * 1000L) + unit, index);
                double budget = perHead * _heads.GetValueOrDefault(team, 6) * company.Works.Count * (1 + (0.04 * (month.Year - company.First.Year)));
                double spent =
                    budget * part * Math.Clamp(0.97 + (0.09 * dice.Normal()), 0.6, 1.4) * company.Causes.SpendingFactor(team, account, month);
                company.Rows.Add(Row(team, account, month, spent, budget * part));
            }
        }
    }

    private static Expense Row(string team, string account, DateOnly month, double spent, double budget) => new()
    {
        SourceSystem = Origin.System,
        SourceId = $"EX-{team}-{account}-{month:yyyyMM}",
        ExpenseDate = month,
        OrganisationId = team,
        Account = account,
        Amount = Money.Of(spent),
        PlannedAmount = Money.Of(budget),
        Currency = Origin.Currency,
        ExchangeRate = 1,
    };
}
