namespace ProdSales.Bench.Screen;

/// <summary>
/// What the first screen asks of the order lines in four passes (this period and the one before by region, a year by day, the period's total), and the same from one pass:
/// summed to region and day first, or the columns of the rows kept for all.
/// </summary>
internal static class SharedScan
{
    private const string Sums = "sum(net_amount) AS net, sum(net_amount - cost_amount) AS margin, sum(list_amount - net_amount) AS discount, sum(list_amount) AS list";
    private const string Resummed = "sum(net), sum(margin), sum(discount), sum(list)";
    private const string Period = "ordered_date BETWEEN DATE '2025-01-01' AND DATE '2025-10-31'";
    private const string Before = "ordered_date BETWEEN DATE '2024-01-01' AND DATE '2024-10-31'";
    private const string Recent = "ordered_date BETWEEN DATE '2024-11-01' AND DATE '2025-10-31'";
    private const string Everything = "ordered_date BETWEEN DATE '2024-01-01' AND DATE '2025-10-31'";
    private const string Lines = "fact_sales_order_line WHERE is_cancelled IS NOT TRUE AND";

    /// <summary>Four passes, a statement each.</summary>
    internal static readonly string[] Apart =
    [
        $"SELECT region_key, {Sums} FROM {Lines} {Period} GROUP BY region_key ORDER BY ALL",
        $"SELECT region_key, {Sums} FROM {Lines} {Before} GROUP BY region_key ORDER BY ALL",
        $"SELECT ordered_date, {Sums} FROM {Lines} {Recent} GROUP BY ordered_date ORDER BY ALL",
        $"SELECT {Sums} FROM {Lines} {Period}",
    ];

    /// <summary>One pass that sums to region and day; the four are summed from it.</summary>
    internal static readonly string[] SummedFirst = Passes($"SELECT ordered_date, region_key, {Sums} FROM {Lines} {Everything} GROUP BY ordered_date, region_key");

    /// <summary>One pass that keeps the columns of every row; the four are summed from it.</summary>
    internal static readonly string[] RowsKept =
        Passes($"SELECT ordered_date, region_key, net_amount AS net, net_amount - cost_amount AS margin, list_amount - net_amount AS discount, list_amount AS list FROM {Lines} {Everything}");

    private static string[] Passes(string shared) =>
    [
        $"CREATE OR REPLACE TEMP TABLE shared AS {shared}",
        $"SELECT region_key, {Resummed} FROM shared WHERE {Period} GROUP BY region_key ORDER BY ALL",
        $"SELECT region_key, {Resummed} FROM shared WHERE {Before} GROUP BY region_key ORDER BY ALL",
        $"SELECT ordered_date, {Resummed} FROM shared WHERE {Recent} GROUP BY ordered_date ORDER BY ALL",
        $"SELECT {Resummed} FROM shared WHERE {Period}",
    ];
}
