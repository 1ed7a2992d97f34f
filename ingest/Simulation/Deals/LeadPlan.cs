using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Deals;

/// <summary>The way that a lead will take; an instant is null when it never comes.</summary>
internal sealed record LeadPlan(
    string Id, string Channel, SalesRegion Region, DateTime Captured, DateTime Assigned, DateTime? Touched, DateTime? Qualified, DateTime? Converted)
{
    /// <summary>Days without a touch after which a lead goes back to the pool.</summary>
    private const int ReclaimDays = 15;

    /// <summary>Minutes after the assignment by which a seller must have made contact.</summary>
    private const double TouchMinutes = 1440;

    /// <summary>The row as it stands on the last day.</summary>
    internal Lead Row(Company company, Deal? deal, RandomStream dice)
    {
        DateOnly captured = Clock.DayOf(Captured);
        string industry = deal?.Buyer.Industry ?? dice.Pick(Buyer.Industries);
        SalesRegion region = deal?.Buyer.Region ?? Region;
        Seat seat = deal?.Buyer.Seat ?? dice.Pick(company.Staff.SeatsByRegion[region]);
        bool isAssigned = company.Known(Assigned) is not null && StatusOn(company, deal) is not "reclaimed";
        string campaign = dice.Pick(Campaigns.Names);
        bool isOfCampaign = dice.Chance(0.4);
        return new Lead
        {
            SourceSystem = Origin.System,
            SourceId = Id,
            CapturedDate = captured,
            CapturedAt = Captured,
            Channel = Channel,
            Campaign = isOfCampaign ? campaign : null,
            CampaignId = isOfCampaign ? Campaigns.IdOf(campaign) : null,
            CompanyName = deal?.Buyer.Name ?? Names.Company(dice, dice.Pick(region.Places).City, industry),
            Region = region.Name,
            Industry = industry,
            OwnerId = isAssigned ? seat.HolderOn(captured).Id : null,
            AssignedAt = company.Known(Assigned),
            FirstTouchDueAt = Assigned.AddMinutes(TouchMinutes),
            FirstTouchAt = company.Known(Touched),
            QualifiedAt = company.Known(Qualified),
            ConvertedAt = deal is null ? null : Converted,
            OpportunityId = deal?.Id,
            Status = StatusOn(company, deal),
        };
    }

    private string StatusOn(Company company, Deal? deal)
    {
        int age = company.Last.DayNumber - Clock.DayOf(Captured).DayNumber;
        return (deal, company.Known(Qualified), company.Known(Touched), company.Known(Assigned)) switch
        {
            (not null, _, _, _) => "converted",
            (_, not null, _, _) => age > 60 ? "disqualified" : "qualified",
            (_, _, not null, _) => age > 30 ? "disqualified" : "working",
            (_, _, _, not null) => age > ReclaimDays ? "reclaimed" : "assigned",
            _ => "new",
        };
    }
}
