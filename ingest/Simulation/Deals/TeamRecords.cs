namespace ProdSales.Simulation.Deals;

/// <summary>Writes who has which share in an opportunity: the seller alone, or with the manager where much is at stake.</summary>
internal static class TeamRecords
{
    /// <summary>Amount in CNY from which the manager takes part.</summary>
    private const double LargeDeal = 600_000;

    internal static IEnumerable<OpportunityTeam> Rows(Deal deal)
    {
        Masters.Person owner = deal.Buyer.Seat.HolderOn(deal.Created);
        bool isShared = deal.Net >= LargeDeal && owner.ManagerId is not null;
        yield return Row(deal, 1, owner.Id, "owner", isShared ? 0.7 : 1);
        if (isShared)
        {
            yield return Row(deal, 2, owner.ManagerId!, "sponsor", 0.3);
        }
    }

    private static OpportunityTeam Row(Deal deal, int number, string employee, string role, double weight) => new()
    {
        SourceSystem = Origin.System,
        SourceId = $"{deal.Id}-M{number}",
        AssignedDate = deal.Created,
        OpportunityId = deal.Id,
        EmployeeId = employee,
        Role = role,
        Weight = weight,
    };
}
