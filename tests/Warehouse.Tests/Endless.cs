namespace ProdSales.Warehouse.Tests;

/// <summary>A query that would run for hours.</summary>
internal static class Endless
{
    public const string Sql = "SELECT count(*) FROM range(10000000) AS a(i), range(10000000) AS b(j) WHERE (i * j) % 7 = 3";
}
