using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Production;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Masters;

/// <summary>Everybody who sells, makes or serves, with the sellers' coming and going over the years.</summary>
internal sealed class Staff
{
    private const double YearlyTurnover = 0.11;

    private readonly RandomFamily _people;
    private readonly DateOnly _first;
    private readonly Agenda<(Seat Seat, Person Leaver, Person Follower)> _changes = new();
    private readonly List<Person> _atStart = [];
    private readonly long _seatsBefore;
    private long _count;

    internal Staff(DemoOptions options, Works works)
    {
        _people = new RandomFamily(options.Seed, "people");
        _first = options.FirstDay;
        _count = works.NumbersAfter;
        _seatsBefore = works.NumbersAfter;
        foreach (SalesRegion region in SalesRegion.All)
        {
            double buyers = BuyerBook.Count(options) * region.Share;
            SeatsByRegion.Add(region, []);
            HireSellers(region, Math.Max(OrganisationChart.TeamsOf(region).Count, (int)Math.Round(buyers / 24)), options.LastDay);
            Engineers.Add(region, HireTeam("engineer", OrganisationChart.ServiceTeamOf(region), region.Name, Math.Max(2, (int)Math.Round(buyers / 22))));
        }

        foreach (ProductionLine line in ProductionLine.All)
        {
            int size = (int)Math.Clamp(Math.Round(18 * options.Scale), 6, 300);
            Operators.Add(line.Code, HireTeam("operator", OrganisationChart.ProductionTeamOf(line.Code), null, size));
        }
    }

    internal List<Seat> Seats { get; } = [];

    /// <summary>Gets the seats of each region.</summary>
    internal Dictionary<SalesRegion, List<Seat>> SeatsByRegion { get; } = [];

    /// <summary>Gets the service engineers of each region.</summary>
    internal Dictionary<SalesRegion, IReadOnlyList<Person>> Engineers { get; } = [];

    /// <summary>Gets the operators of each production line, by its code.</summary>
    internal Dictionary<string, IReadOnlyList<Person>> Operators { get; } = new(StringComparer.Ordinal);

    /// <summary>The people employed before the first day, each manager before the team.</summary>
    internal IEnumerable<Employee> RowsAtStart() => _atStart.Select(person => person.OnHiring());

    /// <summary>The changes of a day: who leaves which seat to whom.</summary>
    internal IReadOnlyList<(Seat Seat, Person Leaver, Person Follower)> ChangesOn(DateOnly day) => _changes.Take(day);

    private void HireSellers(SalesRegion region, int count, DateOnly last)
    {
        IReadOnlyList<string> teams = OrganisationChart.TeamsOf(region);
        Dictionary<string, string> managers = teams
            .ToDictionary(team => team, team => HireManager(team, region.Name).Id, StringComparer.Ordinal);
        for (int index = 0; index < count; index++)
        {
            string team = teams[index % teams.Count];
            Seat seat = new(_seatsBefore + Seats.Count, region, team);
            Seats.Add(seat);
            SeatsByRegion[region].Add(seat);
            FillSeat(seat, managers[team], last);
        }
    }

    private void FillSeat(Seat seat, string managerId, DateOnly last)
    {
        DateOnly from = DateOnly.MinValue;
        Person? before = null;
        for (DateOnly? next = from; next is not null; next = before.Left?.AddDays(1))
        {
            Person person = Hire("sales", seat.TeamId, managerId, seat.Region.Name, before is null ? null : next, last);
            seat.Take(next.Value, person);
            if (before is null)
            {
                _atStart.Add(person);
            }
            else
            {
                _changes.Add(next.Value, (seat, before, person));
            }

            before = person;
        }
    }

    private Person HireManager(string team, string? region)
    {
        Person manager = Hire("manager", team, null, region, null, null);
        _atStart.Add(manager);
        return manager;
    }

    private List<Person> HireTeam(string role, string team, string? region, int size)
    {
        Person manager = HireManager(team, region);
        List<Person> people = [.. Enumerable.Range(0, size).Select(_ => Hire(role, team, manager.Id, region, null, null))];
        _atStart.AddRange(people);
        return people;
    }

    private Person Hire(string role, string team, string? managerId, string? region, DateOnly? hired, DateOnly? mayLeaveUntil)
    {
        long number = ++_count;
        RandomStream dice = _people.For(number);
        DateOnly from = hired ?? _first.AddDays(-dice.Whole(200, 4000));
        DateOnly start = hired ?? _first;
        DateOnly leaves = start.AddDays(90 + (int)Math.Min(20_000, -365 / YearlyTurnover * Math.Log(1 - dice.Unit())));
        return new Person(Numbered.Of("E", number, 5), Names.Person(dice), role, team, managerId, region, from, leaves < mayLeaveUntil ? leaves : null);
    }
}
