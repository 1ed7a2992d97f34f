using Dapper;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Provider;

public sealed class DapperTests
{
    private enum State
    {
        Open,
        Closed,
    }

    [Fact]
    public void Dapper_fills_a_record_from_a_query_with_named_parameters()
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Execute("CREATE TABLE sale (id BIGINT, amount DECIMAL(18,2), sold_on DATE, sold_at TIMESTAMP, state ENUM('Open', 'Closed'), note VARCHAR)");
        int changed = connection.Execute(
            "INSERT INTO sale VALUES (@id, @amount, @soldOn, @soldAt, @state, @note)",
            new { id = 7L, amount = 12.34m, soldOn = new DateOnly(2026, 11, 21), soldAt = new DateTime(2026, 11, 21, 9, 0, 0), state = "Closed", note = (string?)null });

        Sale sale = connection.QuerySingle<Sale>("SELECT id, amount, sold_on AS SoldOn, sold_at AS SoldAt, state, note FROM sale WHERE id = $id", new { id = 7 });

        Assert.Equal(1, changed);
        Assert.Equal(new Sale { Id = 7, Amount = 12.34m, SoldOn = new DateOnly(2026, 11, 21), SoldAt = new DateTime(2026, 11, 21, 9, 0, 0), State = State.Closed }, sale);
    }

    [Fact]
    public void Dapper_expands_a_list_of_values()
    {
        using DuckDbConnection connection = Memory.Open();

        IEnumerable<long> found = connection.Query<long>("SELECT i FROM range(10) AS t(i) WHERE i IN @ids ORDER BY i", new { ids = new[] { 2, 4, 99 } });

        Assert.Equal([2L, 4L], found);
    }

    [Fact]
    public void Dapper_reads_a_sum_of_integers_as_a_long()
    {
        using DuckDbConnection connection = Memory.Open();

        Assert.Equal(45L, connection.QuerySingle<long>("SELECT sum(i) FROM range(10) AS t(i)"));
    }

    [Fact]
    public void Dapper_reads_several_results()
    {
        using DuckDbConnection connection = Memory.Open();
        using SqlMapper.GridReader grid = connection.QueryMultiple("SELECT 1; SELECT 'two' WHERE $yes", new { yes = true });

        Assert.Equal(1, grid.ReadSingle<int>());
        Assert.Equal("two", grid.ReadSingle<string>());
    }

    [Fact]
    public async Task Dapper_reads_asynchronously_and_unbuffered()
    {
        await using DuckDbConnection connection = Memory.Open();
        long sum = 0;
        await foreach (long i in connection.QueryUnbufferedAsync<long>("SELECT i FROM range(5000) AS t(i)"))
        {
            sum += i;
        }

        Assert.Equal(5000L * 4999 / 2, sum);
        Assert.Equal(3, await connection.ExecuteScalarAsync<int>("SELECT $a + 1", new { a = 2 }));
    }

    private sealed record Sale
    {
        public long Id { get; init; }

        public decimal Amount { get; init; }

        public DateOnly SoldOn { get; init; }

        public DateTime SoldAt { get; init; }

        public State State { get; init; }

        public string? Note { get; init; }
    }
}
