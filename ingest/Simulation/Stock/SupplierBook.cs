using ProdSales.Simulation.Products;

namespace ProdSales.Simulation.Stock;

/// <summary>Who sells us what, how long it takes, and how often it comes late.</summary>
internal static class SupplierBook
{
    /// <summary>Id, name, country, rating, usual days, share that comes late, and the items by the start of their id.</summary>
    private static readonly (string Id, string Name, string Country, string Rating, int Days, double LateShare, string Items)[] Suppliers =
    [
        ("V01", "宁波甬江结构件有限公司", "中国", "A", 15, 0.09, "E-FR E-MA I-FR I-MA"),
        ("V02", "绍兴越川电驱股份有限公司", "中国", "A", 20, 0.12, "E-MO"),
        ("V03", "温州瓯能锂电股份有限公司", "中国", "A", 28, 0.18, "E-BA W-BA"),
        ("V04", "合肥徽控电子有限公司", "中国", "B", 24, 0.21, "E-CT T-CT W-CT"),
        ("V05", "昆明滇川动力股份有限公司", "中国", "B", 26, 0.18, "I-EN"),
        ("V06", "杭州钱塘传动有限公司", "中国", "A", 22, 0.12, "I-GB"),
        ("V07", "苏州吴门仓储部件有限公司", "中国", "B", 14, 0.11, "W-FR W-DR"),
        ("V08", "深圳鹏航导航装备有限公司", "中国", "B", 30, 0.22, "A-FR A-DR A-NC"),
        ("V09", "Lumenta Sensorik GmbH", "德国", "A", 42, 0.20, "A-LI"),
        ("V10", "芜湖皖峰车架有限公司", "中国", "C", 16, 0.15, "T-FR"),
        ("V11", "贵阳黔岭轮胎股份有限公司", "中国", "A", 12, 0.08, "X-TY"),
        ("V12", "南通皋城货叉有限公司", "中国", "B", 14, 0.09, "X-FK"),
        ("V13", "合肥巢湖液压股份有限公司", "中国", "B", 18, 0.14, "X-PU X-VA X-CY"),
        ("V14", "安庆宜城属具有限公司", "中国", "A", 14, 0.11, "P"),
        ("V15", "杭州运河备件供应链有限公司", "中国", "A", 10, 0.09, "B"),
    ];

    internal static IEnumerable<Supplier> Rows() => Suppliers.Select(supplier => new Supplier
    {
        SourceSystem = Origin.System,
        SourceId = supplier.Id,
        Name = supplier.Name,
        Country = supplier.Country,
        CreditRating = supplier.Rating,
        IsActive = true,
    });

    /// <summary>Where an item is bought.</summary>
    internal static SupplyTerms For(CatalogueItem item)
    {
        var supplier =
            Suppliers.First(candidate => candidate.Items.Split(' ').Any(start => item.Id.StartsWith(start, StringComparison.Ordinal)));
        return new SupplyTerms(supplier.Id, supplier.Days, supplier.LateShare);
    }
}

/// <summary>How an item is bought: from whom, in how many days, and the share of orders that comes late.</summary>
internal sealed record SupplyTerms(string SupplierId, int Days, double LateShare);
