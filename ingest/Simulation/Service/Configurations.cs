using ProdSales.Simulation.Products;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Service;

/// <summary>The options that a machine can be built with, one of each group.</summary>
internal static class Configurations
{
    private static readonly string[] Masts = ["二级门架 3m", "二级门架 4m", "三级门架 4.5m", "三级门架 6m"];

    private static readonly string[] Batteries = ["锂电 205Ah", "锂电 300Ah", "锂电 410Ah", "铅酸 500Ah"];

    private static readonly string[] Tyres = ["实心胎", "充气胎", "无痕胎"];

    internal static string Draw(CatalogueItem machine, RandomStream dice) => machine.Line switch
    {
        "电动叉车" => $"{dice.Pick(Masts)};{dice.Pick(Batteries)};{dice.Pick(Tyres)}",
        "内燃叉车" => $"{dice.Pick(Masts)};{dice.Pick(Tyres)}",
        "AGV" => $"{dice.Pick(Batteries)};激光导航",
        _ => dice.Pick(Batteries),
    };
}
