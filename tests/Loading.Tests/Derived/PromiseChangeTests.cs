using ProdSales.Feeds;

namespace ProdSales.Loading.Tests.Derived;

/// <summary>The history of a promise follows from the versions of its schedule line, or from what the source reports.</summary>
public sealed class PromiseChangeTests
{
    private const string Changes =
        "SELECT sequence, changed_date, from_date, to_date, days_moved, CAST(is_reported AS VARCHAR) FROM fact_promise_change WHERE schedule_line_id = 'S1' ORDER BY sequence";

    private static readonly DateOnly First = new(2026, 4, 10);

    [Fact]
    public void Each_version_that_moves_the_date_is_one_change_and_none_when_it_stays()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Line(1, 0, day: 1));
        warehouse.Load(Line(2, 5, day: 20));
        warehouse.Load(Line(3, 5, day: 22));
        warehouse.Load(Line(4, 3, day: 25));

        Assert.Equal(["1|2026-03-20|2026-04-10|2026-04-15|5|false", "2|2026-03-25|2026-04-15|2026-04-13|-2|false"], warehouse.Query(Changes));
    }

    [Fact]
    public void A_line_that_is_first_seen_moved_has_one_change_from_its_first_promise()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Line(1, 7, day: null));

        Assert.Equal("1|2026-04-10|2026-04-10|2026-04-17|7|false", warehouse.Value(Changes));
        Assert.Equal("false", warehouse.Value("SELECT CAST(is_dated AS VARCHAR) FROM fact_promise_change"));
    }

    [Fact]
    public void A_version_that_comes_late_adds_its_change_and_leaves_the_sum()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Line(1, 0, day: 1));
        warehouse.Load(Line(3, 9, day: 25));
        warehouse.Load(Line(2, 4, day: 15));

        Assert.Equal(["1|2026-03-15|2026-04-10|2026-04-14|4|false", "2|2026-03-25|2026-04-14|2026-04-19|5|false"], warehouse.Query(Changes));
    }

    [Fact]
    public void Versions_of_one_batch_leave_the_history_that_versions_of_many_leave()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Line(3, 9, day: 25), Line(1, 0, day: 1), Line(2, 4, day: 15));

        Assert.Equal(["1|2026-03-15|2026-04-10|2026-04-14|4|false", "2|2026-03-25|2026-04-14|2026-04-19|5|false"], warehouse.Query(Changes));
    }

    [Fact]
    public void What_the_source_reports_goes_before_what_follows_from_versions_whichever_comes_first()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Line(1, 9, day: 1));
        warehouse.Load(Report("R2", 20, 4, 9), Report("R1", 12, 0, 4));

        Assert.Equal(["1|2026-03-12|2026-04-10|2026-04-14|4|true", "2|2026-03-20|2026-04-14|2026-04-19|5|true"], warehouse.Query(Changes));
    }

    [Fact]
    public void A_report_that_moves_to_another_line_gives_the_first_one_its_own_history_back()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Line(1, 9, day: 1), Report("R1", 12, 0, 4));
        warehouse.Load(Report("R1", 12, 0, 4) with { Version = 2, ScheduleLineId = "S2" });

        Assert.Equal("1|2026-03-01|2026-04-10|2026-04-19|9|false", warehouse.Value(Changes));
        Assert.Equal("S2|4", warehouse.Value("SELECT schedule_line_id, days_moved FROM fact_promise_change WHERE is_reported"));
    }

    [Fact]
    public void A_change_belongs_to_the_customers_region_of_its_day_even_when_the_customer_is_told_of_later()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Line(1, 0, day: 1), Line(2, 5, day: 20));
        warehouse.Load(Some.Customer("C1", "East"), Some.Customer("C1", "West", version: 2, from: new DateOnly(2026, 3, 10)));

        Assert.Equal("West|2", warehouse.Value("""
            SELECT g.region, c.version FROM fact_promise_change AS f JOIN dim_region AS g USING (region_key) JOIN dim_customer AS c USING (customer_key)
            """));
    }

    private static ScheduleLine Line(long version, int moved, int? day) => Some.Schedule("S1", 10m, First, version) with
    {
        CustomerId = "C1",
        CurrentCommitDate = moved == 0 ? null : First.AddDays(moved),
        RecordedAt = day is { } number ? new DateTime(2026, 3, number, 9, 0, 0, DateTimeKind.Utc) : null,
    };

    private static PromiseRevision Report(string id, int day, int from, int to) => new()
    {
        SourceSystem = "erp",
        SourceId = id,
        ChangedDate = new DateOnly(2026, 3, day),
        ScheduleLineId = "S1",
        FromDate = First.AddDays(from),
        ToDate = First.AddDays(to),
        CausedBy = "supplier",
    };
}
