using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Products;
using ProdSales.Simulation.Randomness;
using ProdSales.Simulation.Stock;

namespace ProdSales.Simulation.Service;

/// <summary>Makes the visits: travel, work, parts from stock; without the part the engineer has to come again.</summary>
internal sealed class VisitDesk
{
    /// <summary>Minutes from the answer within which an engineer is there, if the visit is made on the same day.</summary>
    internal const double LongestTravel = 240;

    private const int MostVisits = 5;

    private const double LabourAnHour = 165;

    private readonly Company _company;
    private readonly StockLedger _stock;
    private readonly RandomFamily _visits;
    private readonly Dictionary<string, Shelf> _parts;
    private long _count;

    internal VisitDesk(Company company, StockLedger stock)
    {
        _company = company;
        _stock = stock;
        _count = company.Works.NumbersAfter;
        _visits = new RandomFamily(company.Options.Seed, "visits");
        _parts = company.Catalogue.Spares.GroupBy(part => part.Family, StringComparer.Ordinal)
            .ToDictionary(family => family.Key, family => new Shelf(family), StringComparer.Ordinal);
    }

    /// <summary>Makes a visit.</summary>
    /// <returns>The day of the next one; null when the fault is gone.</returns>
    internal DateOnly? Make(TicketRun ticket, DateOnly day)
    {
        RandomStream dice = _visits.For(ticket.Number, ticket.Visits++);
        string id = Numbered.Of("VS", ++_count, 7);
        double travel = Math.Round(Math.Min(LongestTravel, dice.LogNormal(52, 0.5)));
        double work = Math.Round(dice.LogNormal(80, 0.55));
        DateTime earliest = ticket.Responded.AddMinutes(travel);
        DateTime arrived = Clock.At(day, dice.Between(520, 960));
        arrived = arrived < earliest ? earliest : arrived;
        bool isFixed = IsFixed(ticket, id, day, dice, out bool isPartMissing) || ticket.Visits >= MostVisits;
        decimal labour = Money.Of((travel + work) / 60 * LabourAnHour);
        ticket.Cost += labour;
        ticket.RepairMinutes += work;
        WriteVisit(ticket, id, day, arrived, travel, work, isFixed, labour);
        return isFixed ? Finish(ticket, arrived.AddMinutes(work), day, dice) : Again(ticket, day, isPartMissing, dice);
    }

    private static DateOnly? Finish(TicketRun ticket, DateTime at, DateOnly day, RandomStream dice)
    {
        ticket.Resolved = at;
        if (ticket.Reopened == 0 && ticket.Visits < MostVisits && dice.Chance(0.03))
        {
            ticket.Reopened = 1;
            ticket.Resolved = null;
            return day.AddDays(dice.Whole(2, 9));
        }

        return null;
    }

    private static DateOnly Again(TicketRun ticket, DateOnly day, bool isPartMissing, RandomStream dice)
    {
        int wait = isPartMissing ? dice.Whole(4, 9) : dice.Whole(1, 4);
        ticket.HoldMinutes += isPartMissing ? wait * 1440 : 0;
        return day.AddDays(wait);
    }

    private bool IsFixed(TicketRun ticket, string visitId, DateOnly day, RandomStream dice, out bool isPartMissing)
    {
        isPartMissing = false;
        if (!dice.Chance(0.6))
        {
            return dice.Chance(0.84);
        }

        CatalogueItem part = _parts[ticket.Fault!.PartFamily].Draw(dice);
        int quantity = dice.Chance(0.85) ? 1 : 2;
        bool isThere = _stock.OnHand(part) >= quantity;
        WriteRequest(ticket, visitId, day, part, quantity, isThere);
        if (!isThere)
        {
            isPartMissing = true;
            return false;
        }

        _stock.Of(part).Demand(quantity);
        decimal cost = _stock.Issue(part, quantity, day, ticket.Id);
        ticket.Cost += cost;
        WriteUsage(ticket, visitId, day, part, quantity, cost);
        return dice.Chance(0.9);
    }

    private void WriteRequest(TicketRun ticket, string visitId, DateOnly day, CatalogueItem part, int quantity, bool isThere) =>
        _company.Rows.Add(new PartRequest
        {
            SourceSystem = Origin.System,
            SourceId = $"{visitId}-P1",
            RequestedDate = day,
            TicketId = ticket.Id,
            VisitId = visitId,
            ProductId = part.Id,
            StockLocationId = StockPlaces.IdOf(_company.Works, part.Warehouse),
            EngineerId = ticket.Owner.Id,
            RequestedQuantity = quantity,
            FirstPickQuantity = isThere ? quantity : 0,
            IssuedQuantity = isThere ? quantity : 0,
            FirstPickDate = day,
            IssuedDate = isThere ? day : null,
        });

    private void WriteUsage(TicketRun ticket, string visitId, DateOnly day, CatalogueItem part, int quantity, decimal cost) =>
        _company.Rows.Add(new PartUsage
        {
            SourceSystem = Origin.System,
            SourceId = $"{visitId}-1",
            UsedDate = day,
            TicketId = ticket.Id,
            VisitId = visitId,
            DeviceId = ticket.Machine.Id,
            ProductId = part.Id,
            Quantity = quantity,
            CostAmount = cost,
            Currency = Origin.Currency,
        });

    private void WriteVisit(
        TicketRun ticket, string id, DateOnly day, DateTime arrived, double travel, double work, bool isFixed, decimal cost) =>
        _company.Rows.Add(new Visit
        {
            SourceSystem = Origin.System,
            SourceId = id,
            VisitDate = day,
            TicketId = ticket.Id,
            EngineerId = ticket.Owner.Id,
            CustomerId = ticket.Buyer.Id,
            DeviceId = ticket.Machine.Id,
            StartedAt = arrived,
            FinishedAt = arrived.AddMinutes(work),
            TravelMinutes = travel,
            WorkMinutes = work,
            IsFixed = isFixed,
            CostAmount = cost,
            Currency = Origin.Currency,
        });
}
