using ProdSales.Feeds;

namespace ProdSales.Loading.Tests.Dimensions;

/// <summary>A master row without a date has its place by its version and the day on which it was recorded, whenever it comes.</summary>
public sealed class UndatedStatementTests
{
    private const string Versions = "SELECT tier, valid_from, valid_to FROM dim_customer WHERE customer_key > 0 ORDER BY valid_from";

    [Fact]
    public void One_between_known_versions_takes_its_day()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Undated(1, "A", 1));
        warehouse.Load(Undated(3, "C", 20));
        warehouse.Load(Undated(2, "B", 10));
        Assert.Equal(["A|0001-01-01|2026-05-10", "B|2026-05-10|2026-05-20", "C|2026-05-20|9999-12-31"], warehouse.Query(Versions));
    }

    [Fact]
    public void One_that_was_recorded_after_a_higher_version_never_speaks()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Undated(1, "A", 1), Undated(2, "B", 25), Undated(3, "C", 20));
        Assert.Equal(["A|0001-01-01|2026-05-20", "C|2026-05-20|9999-12-31"], warehouse.Query(Versions));
    }

    [Fact]
    public void A_newer_state_of_an_earlier_day_takes_the_place_of_a_dated_one()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Dated(1, "A", 1), Dated(2, "B", 15), Undated(3, "C", 10));
        Assert.Equal(["A|0001-01-01|2026-05-10", "C|2026-05-10|9999-12-31"], warehouse.Query(Versions));
    }

    [Fact]
    public void A_correction_of_an_earlier_day_takes_the_place_of_an_undated_state()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Undated(1, "A", 1), Undated(2, "B", 15), Dated(3, "C", 10));
        Assert.Equal(["A|0001-01-01|2026-05-10", "C|2026-05-10|9999-12-31"], warehouse.Query(Versions));
    }

    [Fact]
    public void The_lowest_version_of_all_speaks_from_the_beginning_and_gives_that_up_to_a_lower_one()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Undated(4, "D", 20), Dated(5, "E", 10));
        Assert.Equal(["D|0001-01-01|2026-05-10", "E|2026-05-10|9999-12-31"], warehouse.Query(Versions));
        warehouse.Load(Undated(3, "C", 5));
        Assert.Equal(["C|0001-01-01|2026-05-10", "E|2026-05-10|9999-12-31"], warehouse.Query(Versions));
    }

    [Fact]
    public void Any_statements_in_any_order_and_any_batches_give_one_history()
    {
        Random random = new(20251122);
        for (int round = 0; round < 15; round++)
        {
            FeedRow[] rows = [.. Enumerable.Range(1, 2 + random.Next(5)).Select(version => Any(random, version))];
            string[] once = History(rows, 1);
            for (int times = 0; times < 2; times++)
            {
                FeedRow[] shuffled = [.. rows];
                random.Shuffle(shuffled);
                string[] other = History(shuffled, 1 + random.Next(rows.Length));
                Assert.True(once.SequenceEqual(other), $"round {round}: {string.Join(", ", shuffled.Cast<Customer>().Select(row => $"v{row.Version} {row.Tier} {row.EffectiveDate} {row.RecordedAt}"))}\n{string.Join('\n', once)}\nagainst\n{string.Join('\n', other)}");
            }
        }
    }

    private static string[] History(FeedRow[] rows, int size)
    {
        using TestWarehouse warehouse = new();
        foreach (FeedRow[] batch in rows.Chunk(size))
        {
            warehouse.Load(batch);
        }

        return warehouse.Query(Versions);
    }

    private static Customer Any(Random random, int version)
    {
        string tier = ((char)('A' + random.Next(4))).ToString();
        int day = 1 + random.Next(12);
        return random.Next(3) switch { 0 => Dated(version, tier, day), 1 => Undated(version, tier, day), _ => Undated(version, tier, null) };
    }

    private static Customer Dated(long version, string tier, int day) => Some.Customer("C1", version: version, tier: tier, from: new DateOnly(2026, 5, day));

    private static Customer Undated(long version, string tier, int? recorded) => Some.Customer("C1", version: version, tier: tier) with
    {
        RecordedAt = recorded is { } day ? new DateTime(2026, 5, day, 8, 0, 0, DateTimeKind.Utc) : null,
    };
}
