namespace ProdSales.Simulation.Deals;

/// <summary>The campaigns that bring leads.</summary>
internal static class Campaigns
{
    private static readonly (string Name, string Channel)[] Known = [("春季巡展", "展会"), ("CeMAT 物流展", "展会"), ("锂电置换季", "线上广告"), ("双十一专场", "线上广告")];

    internal static IReadOnlyList<string> Names { get; } = [.. Known.Select(campaign => campaign.Name)];

    internal static string IdOf(string name) => $"CP-{Names.Index().First(campaign => campaign.Item == name).Index + 1}";

    internal static IEnumerable<Campaign> Rows(DateOnly first) => Known.Select(campaign => new Campaign
    {
        SourceSystem = Origin.System,
        SourceId = IdOf(campaign.Name),
        Name = campaign.Name,
        Channel = campaign.Channel,
        StartDate = first,
        BudgetAmount = 300_000,
        Currency = Origin.Currency,
    });
}
