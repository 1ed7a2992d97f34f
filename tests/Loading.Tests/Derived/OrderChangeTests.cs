using ProdSales.Feeds;

namespace ProdSales.Loading.Tests.Derived;

/// <summary>What each version of an order line adds to the one before.</summary>
public sealed class OrderChangeTests
{
    private const string Changes = "SELECT sequence, changed_date, net_amount, quantity, CAST(is_cancellation AS VARCHAR) FROM fact_order_change ORDER BY source_id, sequence";

    [Fact]
    public void The_differences_of_a_line_sum_to_the_line_and_to_nothing_once_it_is_cancelled()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Line(1, 100m));
        warehouse.Load(Line(2, 130m, day: 5));
        Assert.Equal("130.0000", warehouse.Value("SELECT sum(net_amount) FROM fact_order_change"));

        warehouse.Load(Line(3, 130m, day: 9) with { IsCancelled = true });

        Assert.Equal(
            ["1|2026-03-01|100.0000|1.0000|false", "2|2026-04-05|30.0000|0.0000|false", "3|2026-04-09|-130.0000|-1.0000|true"],
            warehouse.Query(Changes));
    }

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("3 1 2")]
    [InlineData("2 3 1")]
    public void Versions_give_the_same_changes_in_whatever_order_and_batches_they_come(string order)
    {
        SalesOrderLine[] versions = [Line(1, 100m), Line(2, 130m, day: 5), Line(3, 120m, day: 9)];
        using TestWarehouse one = new();
        one.Load(versions);
        using TestWarehouse many = new();
        foreach (string version in order.Split(' '))
        {
            many.Load(versions[int.Parse(version, System.Globalization.CultureInfo.InvariantCulture) - 1]);
        }

        Assert.Equal(["1|2026-03-01|100.0000|1.0000|false", "2|2026-04-05|30.0000|0.0000|false", "3|2026-04-09|-10.0000|0.0000|false"], one.Query(Changes));
        Assert.Equal(one.Query(Changes), many.Query(Changes));
    }

    [Fact]
    public void A_version_recorded_before_the_order_or_without_a_day_counts_on_the_day_of_the_order()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Line(1, 100m), Line(2, 90m) with { RecordedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) }, Line(3, 95m));

        Assert.Equal(
            ["1|2026-03-01|100.0000|1.0000|false", "2|2026-03-01|-10.0000|0.0000|false", "3|2026-03-01|5.0000|0.0000|false"],
            warehouse.Query(Changes));
    }

    [Fact]
    public void A_line_that_comes_twice_in_one_batch_has_no_earlier_version()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Line(1, 100m), Line(1, 100m), Line(2, 130m, day: 5), Line(2, 130m, day: 5));

        Assert.Equal("1", warehouse.Value("SELECT string_agg(version, ' ') FROM sales_order_line_version"));
        Assert.Equal(["1|2026-03-01|100.0000|1.0000|false", "2|2026-04-05|30.0000|0.0000|false"], warehouse.Query(Changes));
    }

    [Fact]
    public void A_line_first_seen_cancelled_brings_nothing()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Line(2, 100m) with { IsCancelled = true });

        Assert.Empty(warehouse.Query(Changes));
    }

    private static SalesOrderLine Line(long version, decimal net, int? day = null) => Some.Line("1", day: new DateOnly(2026, 3, 1)) with
    {
        Version = version,
        RecordedAt = day is { } known ? new DateTime(2026, 4, known, 8, 0, 0, DateTimeKind.Utc) : null,
        Quantity = 1m,
        NetAmount = net,
    };
}
