using ProdSales.Warehouse;

namespace ProdSales.Sources.Tests.Mappings;

/// <summary>What the engine does by itself, shown, and why a bare cast is no check. When one of these fails after an upgrade, a guard can go.</summary>
public sealed class EngineTrapTests : IDisposable
{
    private readonly MappingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("CAST(TRY_CAST('1.5' AS BIGINT) AS VARCHAR)", "2")]
    [InlineData("CAST(TRY_CAST('1.23456' AS DECIMAL(18,4)) AS VARCHAR)", "1.2346")]
    [InlineData("CAST(TRY_CAST('1e-5' AS DECIMAL(18,4)) AS VARCHAR)", "0.0000")]
    [InlineData("CAST(TRY_CAST('2020-01-05garbage' AS DATE) AS VARCHAR)", "2020-01-05")]
    [InlineData("CAST(TRY_CAST('20-01-05' AS DATE) AS VARCHAR)", "0020-01-05")]
    [InlineData("CAST(TRY_CAST('2020-01-05T10:00:00+02:00' AS TIMESTAMP) AS VARCHAR)", "2020-01-05 10:00:00")]
    public void A_bare_cast_takes_a_value_that_means_something_else(string sql, string taken) => Assert.Equal([taken], _room.Rows($"SELECT {sql}"));

    [Fact]
    public void The_optimizer_moves_a_failing_cast_that_stands_twice_out_of_try()
    {
        _room.Execute("CREATE TABLE word AS SELECT * FROM (VALUES ('1'), ('a')) AS t(x)");
        const string twice = "SELECT TRY(struct_pack(v := CAST(x AS INTEGER) * 2)).v, TRY(struct_pack(v := CAST(x AS INTEGER))).v FROM word";

        Assert.Throws<WarehouseException>(() => _room.Rows(twice));

        _room.Execute("SET disabled_optimizers = 'common_subexpressions'");
        Assert.Equal(["2|1", "~|~"], _room.Rows(twice));
    }
}
