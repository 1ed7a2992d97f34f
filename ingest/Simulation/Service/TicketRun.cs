using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;

namespace ProdSales.Simulation.Service;

/// <summary>A service ticket on its way from report to close.</summary>
internal sealed class TicketRun(long number, Machine machine, Fault? fault, DateTime created, Person owner)
{
    internal long Number { get; } = number;

    internal string Id => Numbered.Of("TK", Number, 7);

    internal Machine Machine { get; } = machine;

    internal Buyer Buyer => Machine.Owner;

    /// <summary>Gets what is broken; null for a question.</summary>
    internal Fault? Fault { get; } = fault;

    internal DateTime Created { get; } = created;

    internal DateOnly CreatedOn => Clock.DayOf(Created);

    internal Person Owner { get; } = owner;

    internal required string Channel { get; init; }

    internal required string Priority { get; init; }

    internal required double ResponseMinutes { get; init; }

    internal DateTime? Resolved { get; set; }

    internal double HoldMinutes { get; set; }

    internal double RepairMinutes { get; set; }

    internal int Visits { get; set; }

    internal int Reopened { get; set; }

    internal decimal Cost { get; set; }

    internal bool IsWarranty => CreatedOn <= Machine.WarrantyEnd;

    internal DateTime Responded => Created.AddMinutes(ResponseMinutes);

    /// <summary>Days from report to mending; null while open.</summary>
    internal double? DaysToResolve => Resolved is { } at ? (at - Created).TotalDays : null;

    private double PromisedMinutes => Priority switch { "P1" => 30, "P2" => 60, _ => 120 };

    internal Ticket Row(Company company, DateTime? closed)
    {
        DateTime? resolved = company.Known(Resolved);
        DateTime? responded = company.Known(Responded);
        return new Ticket
        {
            SourceSystem = Origin.System,
            SourceId = Id,
            CreatedDate = CreatedOn,
            CreatedAt = Created,
            CustomerId = Buyer.Id,
            DeviceId = Machine.Id,
            ProductId = Machine.Item.Id,
            OwnerId = Owner.Id,
            OrganisationId = Owner.OrganisationId,
            Channel = Channel,
            Priority = Priority,
            Kind = Fault is null ? "question" : "repair",
            FaultCode = Fault?.Code ?? Service.Fault.Question,
            FaultId = FaultTree.IdOf(Fault),
            FirstResponseAt = responded,
            AutoResponseAt = Channel is "微信" or "小程序" ? company.Known(Created.AddSeconds(20)) : null,
            ResponseDueAt = Created.AddMinutes(PromisedMinutes),
            FirstResponseMinutes = responded is null ? null : Math.Round(ResponseMinutes, 1),
            ResolvedDate = resolved is { } at ? Clock.DayOf(at) : null,
            ResolvedAt = resolved,
            ClosedAt = company.Known(closed),
            HoldMinutes = Math.Round(HoldMinutes),
            RepairMinutes = Math.Round(RepairMinutes),
            VisitCount = Visits,
            ReopenedCount = Reopened,
            Status = (resolved, company.Known(closed), HoldMinutes > 0) switch
            {
                (not null, not null, _) => "closed",
                (not null, _, _) => "resolved",
                (_, _, true) => "waiting",
                _ => "open",
            },
            CostAmount = Cost,
            Currency = Origin.Currency,
            IsWarranty = IsWarranty,
        };
    }
}
