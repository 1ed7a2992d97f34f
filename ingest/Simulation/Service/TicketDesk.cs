using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Stock;

namespace ProdSales.Simulation.Service;

/// <summary>Takes reports of faults, answers, and sends engineers until the fault is gone; a busy team is slower.</summary>
internal sealed class TicketDesk(Company company, VisitDesk visits, SurveyDesk surveys, QualityRecords quality)
{
    private const double RemoteShare = 0.27;

    /// <summary>Open tickets for one engineer that are usual.</summary>
    private const double UsualLoad = 1;

    private static readonly string[] Channels = ["电话", "微信", "小程序", "扫码报修", "邮件"];

    private readonly Agenda<(Machine Machine, bool IsFailure)> _reports = new();
    private readonly Agenda<TicketRun> _visits = new();
    private readonly Agenda<TicketRun> _remote = new();
    private readonly Dictionary<long, TicketRun> _open = [];
    private readonly Dictionary<SalesRegion, int> _openByRegion = SalesRegion.All.ToDictionary(region => region, _ => 0);
    private readonly RandomFamily _tickets = new(company.Options.Seed, "tickets");
    private readonly RandomFamily _closings = new(company.Options.Seed, "ticket closings");
    private long _count = company.Works.NumbersAfter;

    /// <summary>Notes that a machine will fail, or its owner ask, on a day.</summary>
    internal void Note(Machine machine, DateOnly day, bool isFailure) => _reports.Add(day, (machine, isFailure));

    internal void Live(DateOnly day)
    {
        foreach ((Machine machine, bool isFailure) in _reports.Take(day))
        {
            Open(machine, day, isFailure);
        }

        foreach (TicketRun ticket in _remote.Take(day))
        {
            Resolve(ticket);
        }

        foreach (TicketRun ticket in _visits.Take(day))
        {
            if (visits.Make(ticket, day) is { } next)
            {
                _visits.Add(next, ticket);
            }
            else
            {
                Resolve(ticket);
            }
        }
    }

    /// <summary>Writes what is still open on the last day.</summary>
    internal void Close()
    {
        foreach (TicketRun ticket in _open.Values.OrderBy(ticket => ticket.Number))
        {
            company.Rows.Add(ticket.Row(company, null));
        }
    }

    private void Open(Machine machine, DateOnly day, bool isFailure)
    {
        long number = ++_count;
        RandomStream dice = _tickets.For(number);
        SalesRegion region = machine.Owner.Region;
        IReadOnlyList<Person> team = company.Staff.Engineers[region];
        double load = Math.Clamp(_openByRegion[region] / (UsualLoad * team.Count), 0.6, 3);
        bool isOfLot = company.Causes.FailureFactor(machine.Lot, machine.MonthsInService(day)) > 1 && dice.Chance(0.85);
        Fault? fault = !isFailure ? null : isOfLot ? Fault.OfTracedPart(machine.Item.Line) : Fault.Draw(dice);
        TicketRun ticket = new(number, machine, fault, Clock.At(day, dice.Between(450, 1140)), dice.Pick(team))
        {
            Channel = dice.Pick(Channels),
            Priority = fault is null ? "P3" : dice.Unit() switch { < 0.1 => "P1", < 0.45 => "P2", _ => "P3" },
            ResponseMinutes = Math.Round(dice.LogNormal(24 * load, 0.85), 1),
        };
        _open.Add(number, ticket);
        _openByRegion[region]++;
        machine.Owner.Feel(isFailure ? -0.015 : 0);
        foreach (TicketSkill skill in Skills.Rows(ticket))
        {
            company.Rows.Add(skill);
        }

        Dispatch(ticket, day, load, dice);
    }

    private void Dispatch(TicketRun ticket, DateOnly day, double load, RandomStream dice)
    {
        if (ticket.Fault is null || dice.Chance(RemoteShare))
        {
            double minutes = dice.LogNormal(50, 0.7);
            ticket.RepairMinutes = minutes;
            ticket.Resolved = ticket.Responded.AddMinutes(Math.Round(minutes));
            DateOnly done = Clock.DayOf(ticket.Resolved.Value);
            _remote.Add(done > day ? done : day, ticket);
            return;
        }

        DateOnly visit =
            Clock.DayOf(ticket.Responded.AddMinutes(VisitDesk.LongestTravel)).AddDays(dice.Poisson(ticket.Priority == "P1" ? 0.3 : 0.9 * load));
        _visits.Add(visit > day ? visit : day, ticket);
    }

    private void Resolve(TicketRun ticket)
    {
        RandomStream dice = _closings.For(ticket.Number);
        DateTime closed = ticket.Resolved!.Value.AddMinutes(dice.Whole(30, 4000));
        _open.Remove(ticket.Number);
        _openByRegion[ticket.Buyer.Region]--;
        company.Rows.Add(ticket.Row(company, closed));
        double days = ticket.DaysToResolve!.Value;
        ticket.Buyer.Feel(days > 5 ? -0.04 : ticket.Visits > 1 ? -0.015 : 0.012);
        if (ticket is { IsWarranty: true, Fault: not null })
        {
            DateOnly mended = Clock.DayOf(ticket.Resolved.Value);
            quality.WriteWarranty(ticket.Machine, company.Known(mended) ?? company.Last, ticket.Cost);
        }

        surveys.AskAbout(ticket, dice);
    }
}
