namespace ProdSales.Loading.Tests.Derived;

public sealed class DeliveryTests
{
    private const string Delivered =
        "SELECT delivered_quantity, delivered_by_first_commit_quantity, full_delivery_date FROM fact_schedule_line WHERE source_id = 'S1'";

    private static readonly DateOnly Promise = new(2026, 4, 10);

    [Fact]
    public void A_line_is_complete_on_the_day_on_which_its_quantity_is_reached()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Some.Schedule("S1", 10m, Promise),
            Some.Delivery("D1", "S1", 4m, new DateOnly(2026, 4, 10)),
            Some.Delivery("D2", "S1", 6m, new DateOnly(2026, 4, 12)),
            Some.Delivery("D3", "S1", 1m, new DateOnly(2026, 4, 20)));
        Assert.Equal("11.0000|4.0000|2026-04-12", warehouse.Value(Delivered));
    }

    [Fact]
    public void A_delivery_may_come_in_a_batch_before_its_line()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Delivery("D1", "S1", 10m, new DateOnly(2026, 4, 9)));
        warehouse.Load(Some.Schedule("S1", 10m, Promise));
        Assert.Equal("10.0000|10.0000|2026-04-09", warehouse.Value(Delivered));
    }

    [Fact]
    public void A_delivery_that_moves_to_another_line_leaves_the_first()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Schedule("S1", 10m, Promise), Some.Schedule("S2", 10m, Promise), Some.Delivery("D1", "S1", 10m, Promise));
        warehouse.Load(Some.Delivery("D1", "S2", 10m, Promise, version: 2));
        Assert.Equal("0.0000|0.0000|-", warehouse.Value(Delivered));
    }

    [Fact]
    public void A_line_without_a_delivery_has_delivered_nothing()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Schedule("S1", 10m, Promise));
        Assert.Equal("0.0000|0.0000|-", warehouse.Value(Delivered));
    }
}
