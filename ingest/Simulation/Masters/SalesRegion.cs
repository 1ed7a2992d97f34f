namespace ProdSales.Simulation.Masters;

/// <summary>A sales region with its share of the business and the places of its customers.</summary>
internal sealed record SalesRegion(
    string Name, string Code, double Share, int TransitDays, string Country, string Currency, IReadOnlyList<Place> Places)
{
    /// <summary>Gets the regions, the home region first.</summary>
    internal static IReadOnlyList<SalesRegion> All { get; } =
    [
        Home("华东", "HD", 0.29, 2, "浙江/杭州 浙江/宁波 浙江/湖州 江苏/苏州 江苏/南京 江苏/无锡 上海/上海 安徽/合肥 山东/青岛 福建/厦门"),
        Home("华南", "HN", 0.19, 3, "广东/广州 广东/深圳 广东/佛山 广东/东莞 广西/南宁 海南/海口"),
        Home("华北", "HB", 0.14, 3, "北京/北京 天津/天津 河北/石家庄 河北/唐山 山西/太原"),
        Home("华中", "HZ", 0.12, 3, "湖北/武汉 湖南/长沙 河南/郑州 江西/南昌"),
        Home("西南", "XN", 0.09, 4, "四川/成都 重庆/重庆 云南/昆明 贵州/贵阳"),
        Home("东北", "DB", 0.06, 4, "辽宁/沈阳 辽宁/大连 吉林/长春 黑龙江/哈尔滨"),
        Home("西北", "XB", 0.05, 5, "陕西/西安 甘肃/兰州 新疆/乌鲁木齐"),
        new("海外", "HW", 0.06, 9, "海外", "USD", [.. "越南/胡志明市 泰国/曼谷 印度尼西亚/雅加达 墨西哥/蒙特雷".Split(' ').Select(Place.Parse)]),
    ];

    private static SalesRegion Home(string name, string code, double share, int transitDays, string places) =>
        new(name, code, share, transitDays, "中国", Origin.Currency, [.. places.Split(' ').Select(Place.Parse)]);
}

/// <summary>A city in its province, or in its country abroad.</summary>
internal sealed record Place(string Province, string City)
{
    internal static Place Parse(string text) =>
        text.Split('/') is [var province, var city] ? new Place(province, city) : throw new FormatException(text);
}
