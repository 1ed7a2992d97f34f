using ProdSales.Simulation.Production;

namespace ProdSales.Simulation.Masters;

/// <summary>The tree of responsibility: the company, its centres, a department for each region or production line, and the sales
/// teams.</summary>
internal static class OrganisationChart
{
    internal const string Company = "ORG-0";

    internal const string Sales = "ORG-S";

    internal const string Production = "ORG-P";

    internal const string Service = "ORG-V";

    internal const string Purchasing = "ORG-B";

    private static readonly string[] Ordinals = ["一", "二", "三"];

    /// <summary>The sales teams of a region: three in the largest, two in others, one in small ones.</summary>
    internal static IReadOnlyList<string> TeamsOf(SalesRegion region) =>
        [.. Enumerable.Range(1, region.Share switch { > 0.25 => 3, > 0.1 => 2, _ => 1 }).Select(number => $"{SalesDepartmentOf(region)}-{number}")];

    internal static string SalesDepartmentOf(SalesRegion region) => $"ORG-S-{region.Code}";

    internal static string ServiceTeamOf(SalesRegion region) => $"ORG-V-{region.Code}";

    internal static string ProductionTeamOf(string lineCode) => $"ORG-P-{lineCode}";

    /// <summary>Every unit that spends money, the sales teams first.</summary>
    internal static IEnumerable<string> SpendingUnits() =>
        SalesRegion.All.SelectMany(TeamsOf).Concat(SalesRegion.All.Select(ServiceTeamOf)).Append(Purchasing);

    /// <summary>The rows of the tree, each unit after the one that it belongs to.</summary>
    internal static IEnumerable<Organisation> Rows()
    {
        yield return Unit(Company, "浙江远锋叉车股份有限公司", "company", null, null);
        yield return Unit(Sales, "营销中心", "division", Company, null);
        yield return Unit(Production, "制造中心", "division", Company, null);
        yield return Unit(Service, "客户服务中心", "division", Company, null);
        yield return Unit(Purchasing, "采购部", "department", Company, null);
        foreach (SalesRegion region in SalesRegion.All)
        {
            yield return Unit(SalesDepartmentOf(region), $"{region.Name}大区", "department", Sales, region.Name);
            foreach ((int index, string team) in TeamsOf(region).Index())
            {
                yield return Unit(team, $"{region.Name}销售{Ordinals[index]}部", "team", SalesDepartmentOf(region), region.Name);
            }

            yield return Unit(ServiceTeamOf(region), $"{region.Name}服务队", "team", Service, region.Name);
        }

        foreach (ProductionLine line in ProductionLine.All)
        {
            yield return Unit(ProductionTeamOf(line.Code), $"{line.Name}班组", "team", Production, null);
        }
    }

    private static Organisation Unit(string id, string name, string kind, string? parent, string? region) =>
        new() { SourceSystem = Origin.System, SourceId = id, Name = name, Kind = kind, ParentId = parent, Region = region };
}
