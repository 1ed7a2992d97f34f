namespace ProdSales.Simulation.Products;

/// <summary>What the machines of each product line are made of: bought components, some of them gathered in sub-assemblies.</summary>
internal static class BillOfMaterials
{
    /// <summary>The bought components: id, name, share of a typical machine's cost, and <c>*</c> where lots are followed into the device.</summary>
    private const string Components = """
        E-FR|电动车架|7800
        E-MA|电动门架|8200
        E-MO|驱动电机|7600
        E-BA|锂电池组|16500
        E-CT|电动电控器|6200*
        I-FR|内燃车架|8600
        I-MA|内燃门架|8800
        I-EN|柴油发动机|16800*
        I-GB|变速箱|7900
        W-FR|仓储车架|2600
        W-DR|驱动轮总成|2100
        W-BA|仓储电池|2900
        W-CT|仓储电控器|1450*
        A-FR|智能车体|21000
        A-DR|差速驱动单元|16000
        A-LI|导航激光雷达|19500*
        A-NC|导航控制器|14200
        T-FR|牵引车架|8200
        T-CT|牵引电控器|4300*
        X-TY|实心轮胎|620
        X-FK|货叉总成|980
        X-PU|液压齿轮泵|1280
        X-VA|液压多路阀|1560
        X-CY|起升油缸组|1850
        """;

    /// <summary>Sub-assemblies: id, name, components with quantity.</summary>
    private const string Assemblies = """
        S-HY|液压总成|X-PU*1 X-VA*1 X-CY*2
        S-ED|电驱总成|E-MO*1 E-CT*1
        S-AN|导航总成|A-LI*1 A-NC*1
        """;

    private static readonly Dictionary<string, string> Recipes = new(StringComparer.Ordinal)
    {
        ["电动叉车"] = "E-FR*1 E-MA*1 S-ED*1 E-BA*1 S-HY*1 X-TY*4 X-FK*2",
        ["内燃叉车"] = "I-FR*1 I-MA*1 I-EN*1 I-GB*1 S-HY*1 X-TY*4 X-FK*2",
        ["仓储设备"] = "W-FR*1 W-DR*1 W-BA*1 W-CT*1 X-FK*1",
        ["AGV"] = "A-FR*1 A-DR*1 S-AN*1 W-BA*2",
        ["牵引车"] = "T-FR*1 E-MO*1 T-CT*1 E-BA*1 X-TY*4",
    };

    internal static IReadOnlyList<CatalogueItem> BoughtComponents() => [.. Lines(Components).Select(BoughtComponent)];

    internal static IReadOnlyList<CatalogueItem> SubAssemblies(IReadOnlyDictionary<string, CatalogueItem> components) =>
        [.. Lines(Assemblies).Select(fields =>
        {
            (CatalogueItem Component, int Quantity)[] parts = [.. Parts(fields[2], components)];
            double cost = parts.Sum(part => part.Component.Cost * part.Quantity);
            return new CatalogueItem(fields[0], fields[1], "component", "零部件", "总成", 0, cost, 0) { Parts = parts };
        })];

    /// <summary>The parts of a machine of a product line at the first level.</summary>
    internal static IReadOnlyList<(CatalogueItem Component, int Quantity)> FirstLevel(string line, IReadOnlyDictionary<string, CatalogueItem> items) =>
        [.. Parts(Recipes[line], items)];

    /// <summary>The parts of a machine with every sub-assembly taken apart.</summary>
    internal static IReadOnlyList<(CatalogueItem Component, int Quantity)> Leaves(IReadOnlyList<(CatalogueItem Component, int Quantity)> parts) =>
        [.. parts.SelectMany(part => part.Component.IsMade
            ? part.Component.Parts.Select(leaf => (leaf.Component, leaf.Quantity * part.Quantity))
            : [part])];

    internal static IEnumerable<string[]> Lines(string table) =>
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split('|'));

    private static CatalogueItem BoughtComponent(string[] fields)
    {
        double cost = double.Parse(fields[2].TrimEnd('*'), System.Globalization.CultureInfo.InvariantCulture);
        return new CatalogueItem(fields[0], fields[1], "component", "零部件", "外购件", 0, cost, 0) { IsTraced = fields[2].EndsWith('*') };
    }

    private static IEnumerable<(CatalogueItem Component, int Quantity)> Parts(string recipe, IReadOnlyDictionary<string, CatalogueItem> items) =>
        recipe.Split(' ').Select(part => part.Split('*')).Select(part => (items[part[0]], int.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture)));
}
