namespace ProdSales.Simulation.Stock;

/// <summary>The warehouses of a works as master data.</summary>
internal static class StockPlaces
{
    private static readonly (string Name, string Code, string Kind)[] Places =
        [("原料仓", "WH-R", "material"), ("成品仓", "WH-F", "finished"), ("备件仓", "WH-S", "spare_part")];

    internal static string IdOf(Works works, string name) => Places.First(place => place.Name == name).Code + works.Mark;

    internal static IEnumerable<StockLocation> Rows(Works works) => Places.Select(place => new StockLocation
    {
        SourceSystem = Origin.System,
        SourceId = place.Code + works.Mark,
        Name = works.Warehouse(place.Name),
        Kind = place.Kind,
        Plant = works.Plant,
    });
}
