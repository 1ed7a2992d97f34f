using ProdSales.Feeds;

namespace ProdSales.Loading.Tests.Derived;

/// <summary>A promise is never overwritten: whatever later versions call the first promise, that of the lowest version counts.</summary>
public sealed class FrozenPromiseTests
{
    private const string Held = """
        SELECT l.first_commit_date, l.current_commit_date, l.delivered_by_first_commit_quantity, l.delivered_by_current_commit_quantity, c.tier
        FROM fact_schedule_line AS l LEFT JOIN dim_customer AS c ON c.customer_key = l.customer_key
        """;

    private const string Changes = "SELECT from_date, to_date, days_moved FROM fact_promise_change ORDER BY sequence";

    private static readonly DateOnly First = new(2026, 4, 10);

    /// <summary>Delivered on the 14th: after the first promise, by the second. The customer is of tier B only from the 12th on.</summary>
    public static TheoryData<string> Orders => ["1 2 3", "3 2 1", "2 3 1", "1,2,3", "3,1 2", "2 1,3"];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Writing_a_new_promise_over_the_first_makes_no_delivery_punctual(string order)
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Customer("A", 1, new DateOnly(2026, 1, 1)), Customer("B", 2, new DateOnly(2026, 4, 12)), Some.Delivery("D1", "S1", 5, First.AddDays(4)));
        foreach (string batch in order.Split(' '))
        {
            warehouse.Load([.. batch.Split(',').Select(version => Line(version))]);
        }

        Assert.Equal("2026-04-10|2026-04-16|0.0000|5.0000|A", warehouse.Value(Held));
        Assert.Equal(["2026-04-10|2026-04-14|4", "2026-04-14|2026-04-16|2"], warehouse.Query(Changes));
    }

    [Fact]
    public void A_version_that_comes_late_gives_the_first_promise_back()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Line("2"), Some.Delivery("D1", "S1", 5, First.AddDays(4)));
        Assert.Equal("2026-04-14", warehouse.Value("SELECT first_commit_date FROM fact_schedule_line"));

        warehouse.Load(Line("1"));

        Assert.Equal("2026-04-10|2026-04-14|0.0000|5.0000", warehouse.Value("SELECT first_commit_date, current_commit_date, delivered_by_first_commit_quantity, delivered_by_current_commit_quantity FROM fact_schedule_line"));
    }

    /// <summary>Each version calls the day that it promises the first: the 10th, the 14th, the 16th.</summary>
    private static ScheduleLine Line(string version)
    {
        int number = int.Parse(version, System.Globalization.CultureInfo.InvariantCulture);
        return Some.Schedule("S1", 5, First.AddDays(number switch { 1 => 0, 2 => 4, _ => 6 }), number) with
        {
            CustomerId = "C1",
            RecordedAt = new DateTime(2026, 3, number, 8, 0, 0, DateTimeKind.Unspecified),
        };
    }

    private static Customer Customer(string tier, long version, DateOnly since) => new()
    {
        SourceSystem = "erp",
        SourceId = "C1",
        Version = version,
        Name = "C1",
        Tier = tier,
        EffectiveDate = since,
    };
}
