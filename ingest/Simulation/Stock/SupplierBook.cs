using ProdSales.Simulation.Products;

namespace ProdSales.Simulation.Stock;

/// <summary>Who sells us what, how long it takes, and how often it comes late.</summary>
internal static class SupplierBook
{
    /// <summary>Id, name, country, rating, usual days, share that comes late, and the items by the start of their id.</summary>
    private static readonly (string Id, string Name, string Country, string Rating, int Days, double LateShare, string Items)[] Suppliers =
    [
        ("V01", "宁波海天结构件有限公司", "中国", "A", 15, 0.06, "E-FR E-MA I-FR I-MA"),
        ("V02", "卧龙电驱股份有限公司", "中国", "A", 20, 0.08, "E-MO"),
        ("V03", "宁德时代新能源科技股份有限公司", "中国", "A", 28, 0.12, "E-BA W-BA"),
        ("V04", "合肥汇川电控有限公司", "中国", "B", 24, 0.14, "E-CT T-CT W-CT"),
        ("V05", "云内动力股份有限公司", "中国", "B", 26, 0.12, "I-EN"),
        ("V06", "杭州前进齿轮箱有限公司", "中国", "A", 22, 0.08, "I-GB"),
        ("V07", "苏州中力仓储部件有限公司", "中国", "B", 14, 0.07, "W-FR W-DR"),
        ("V08", "深圳导航智能装备有限公司", "中国", "B", 30, 0.15, "A-FR A-DR A-NC"),
        ("V09", "SICK AG", "德国", "A", 42, 0.13, "A-LI"),
        ("V10", "安徽华峰车架有限公司", "中国", "C", 16, 0.10, "T-FR"),
        ("V11", "贵州轮胎股份有限公司", "中国", "A", 12, 0.05, "X-TY"),
        ("V12", "如皋货叉制造有限公司", "中国", "B", 14, 0.06, "X-FK"),
        ("V13", "合肥长源液压股份有限公司", "中国", "B", 18, 0.09, "X-PU X-VA X-CY"),
        ("V14", "安庆联动属具有限公司", "中国", "A", 14, 0.07, "P"),
        ("V15", "杭州备件供应链有限公司", "中国", "A", 10, 0.06, "B"),
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
    internal static (string Id, int Days, double LateShare) For(CatalogueItem item)
    {
        var supplier = Suppliers.First(candidate => candidate.Items.Split(' ').Any(start => item.Id.StartsWith(start, StringComparison.Ordinal)));
        return (supplier.Id, supplier.Days, supplier.LateShare);
    }
}
