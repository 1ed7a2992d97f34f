namespace ProdSales.Simulation.Service;

/// <summary>The skills that a ticket needs, with their shares of the work.</summary>
internal static class Skills
{
    internal static IEnumerable<TicketSkill> Rows(TicketRun ticket) => Needed(ticket.Fault).Index().Select(skill => new TicketSkill
    {
        SourceSystem = Origin.System,
        SourceId = $"{ticket.Id}-S{skill.Index + 1}",
        CreatedDate = ticket.CreatedOn,
        TicketId = ticket.Id,
        Skill = skill.Item.Name,
        Weight = skill.Item.Share,
    });

    private static (string Name, double Share)[] Needed(Fault? fault) => fault?.PartFamily switch
    {
        null => [("产品咨询", 1)],
        "电气" or "导航" => [("电气", 0.7), ("软件", 0.3)],
        "液压" or "门架" => [("液压", 0.6), ("机械", 0.4)],
        "动力" => [("机械", 0.5), ("电气", 0.5)],
        _ => [("机械", 1)],
    };
}
