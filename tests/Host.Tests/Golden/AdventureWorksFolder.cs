namespace ProdSales.Host.Tests.Golden;

/// <summary>AdventureWorks: sales, quotas and production of a bicycle maker.</summary>
public sealed class AdventureWorksFolder() : LoadedFolder("adventureworks", "adventureworks")
{
    internal override string Question => $$"""
        { sales({{AllYears}}, where: { channel: { eq: "reseller" } }) { total { revenue } overTime(grain: YEAR) { period revenue grossMarginRate } } }
        """;

    internal static string AllYears => """period: { from: "2005-01-01", to: "2015-12-31" }""";
}
