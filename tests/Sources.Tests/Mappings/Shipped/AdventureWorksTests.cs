using ProdSales.Sources.Mappings;
using ProdSales.Sources.Mappings.Reports;
using ProdSales.Support;

namespace ProdSales.Sources.Tests.Mappings.Shipped;

/// <summary>The published figures of the bicycle manufacturer come out of the mapping before any warehouse is involved.</summary>
[Trait("Speed", "Slow")]
public sealed class AdventureWorksTests(AdventureWorksTests.Prepared prepared) : IClassFixture<AdventureWorksTests.Prepared>
{
    [SharedDataFact]
    public void No_row_is_bad_and_every_feed_has_the_rows_of_its_source()
    {
        CheckReport report = prepared.Mapping.DryRun();

        Assert.Empty(report.Entries.SelectMany(entry => entry.Reasons.Select(reason => $"{entry.Feed}: {reason.Code} {reason.Rows} {reason.Example}")));
        Assert.Equal(0, report.UnreadableCount);
        Assert.Equal(
            [
                "organisation 14", "organisation 16", "employee 290", "customer 701", "customer 18484", "product 606", "supplier 104", "work_centre 7",
                "sales_order_line 60855", "sales_order_line 60398", "schedule_line 60855", "schedule_line 60398", "delivery 60855", "delivery 60398",
                "target 163", "work_order 72591", "operation_report 67131", "purchase_order_line 8845", "bom_component 2576",
            ],
            report.Entries.Where(entry => entry.Feed is not ("expense" or "work_centre_day" or "inventory_day")).Select(entry => $"{entry.Feed} {entry.Rows}"));
    }

    [SharedDataFact]
    public void Every_source_id_is_unique_within_its_feed_and_version()
    {
        string[] repeated =
        [
            .. prepared.Mapping.Feeds.Where(feed => prepared.Count($"SELECT count(*) - count(DISTINCT (source_id, version)) FROM ({feed.Sql})") != 0)
                .Select(feed => feed.Feed.Name),
        ];

        Assert.Empty(repeated);
    }

    [SharedDataFact]
    public void Revenue_and_margin_are_the_published_ones()
    {
        string lines = prepared.Sql("sales_order_line");

        Assert.Equal(
            ["internet|29358677.2207", "reseller|80450596.9823"],
            prepared.Rows($"SELECT channel, sum(net_amount) FROM ({lines}) GROUP BY 1 ORDER BY 1"));
        Assert.Equal(
            ["2010|489328.58|3.48", "2011|18192802.71|0.16", "2012|28193631.53|3.25", "2013|33574834.16|-1.46"],
            prepared.Rows($"""
                SELECT year(ordered_date), round(sum(net_amount), 2), round(100 * (sum(net_amount) - sum(cost_amount)) / sum(net_amount), 2)
                FROM ({lines}) WHERE channel = 'reseller' GROUP BY 1 ORDER BY 1
                """));
        Assert.Equal(
            ["Australia|-6.82", "Germany|-5.61", "France|-0.81", "Southwest|-0.08"],
            prepared.Rows($"""
                SELECT region, round(100 * (sum(net_amount) - sum(cost_amount)) / sum(net_amount), 2)
                FROM ({lines}) WHERE channel = 'reseller' GROUP BY 1 ORDER BY 2 LIMIT 4
                """));
    }

    [SharedDataFact]
    public void Quotas_hold_until_the_next_date_and_miss_by_the_published_share()
    {
        string misses = $"""
            SELECT t.valid_from, abs(any_value(t.target_value) - coalesce(sum(s.net_amount), 0)) AS miss, any_value(t.target_value) AS quota
            FROM ({prepared.Sql("target")}) AS t
            LEFT JOIN ({prepared.Sql("sales_order_line")}) AS s
              ON s.owner_id = t.employee_id AND s.ordered_date >= t.valid_from AND s.ordered_date < t.valid_to AND s.channel = t.channel
            GROUP BY t.valid_from, t.employee_id
            """;

        Assert.Equal(["95714000.0000|0.1691"], prepared.Rows($"SELECT sum(quota), round(sum(miss) / sum(quota), 4) FROM ({misses})"));
        Assert.Equal(
            [".1917", ".1342", ".1523", ".1946", ".1987", ".1864", ".1291", ".1623", ".2100", ".1641", ".1326", ".1374"],
            prepared.Rows($"SELECT ltrim(printf('%.4f', sum(miss) / sum(quota)), '0') FROM ({misses}) GROUP BY valid_from ORDER BY valid_from"));
    }

    [SharedDataFact]
    public void Work_orders_and_routing_hours_are_the_published_ones()
    {
        Assert.Equal(
            ["72591|49801|4507721.0000|4497070.0000|10651.0000|729"],
            prepared.Rows($"""
                SELECT count(*), count(*) FILTER (WHERE finished_date <= due_date), sum(ordered_quantity), sum(good_quantity), sum(scrapped_quantity), count(scrap_reason)
                FROM ({prepared.Sql("work_order")})
                """));
        Assert.Equal(
            ["10|39224.7|882555.7500", "20|20730.5", "30|1490.0", "40|1632.0", "45|1348.0", "50|90321.0", "60|74216.0"],
            prepared.Rows($"""
                SELECT work_centre_id, round(sum(run_minutes) / 60, 1) || CASE work_centre_id WHEN '10' THEN '|' || CAST(sum(actual_cost) AS VARCHAR) ELSE '' END
                FROM ({prepared.Sql("operation_report")}) GROUP BY 1 ORDER BY 1
                """));
    }

    [SharedDataFact]
    public void The_days_of_work_centres_carry_all_routing_hours_and_the_weekly_availability()
    {
        string days = prepared.Sql("work_centre_day");

        Assert.Equal(["228962.2"], prepared.Rows($"SELECT round(sum(actual_production_minutes) / 60, 1) FROM ({days})"));
        Assert.Equal(
            ["10|96", "20|108", "30|120", "40|120", "45|80", "50|120", "60|120"],
            prepared.Rows($"""
                SELECT work_centre_id, sum(planned_busy_minutes) / 60 FROM ({days}) WHERE day BETWEEN DATE '2012-03-05' AND DATE '2012-03-11' GROUP BY 1 ORDER BY 1
                """));
    }

    [SharedDataFact]
    public void Dates_of_all_editions_lie_in_one_frame()
    {
        Assert.Equal(["2011-01-01"], prepared.Rows($"SELECT CAST(min(started_date) AS VARCHAR) FROM ({prepared.Sql("work_order")})"));
        Assert.Equal(
            ["0"],
            prepared.Rows($"""
                SELECT count(*) FROM ({prepared.Sql("bom_component")}) WHERE valid_from NOT BETWEEN DATE '2009-01-01' AND DATE '2011-01-01'
                """));
    }

    [SharedDataFact]
    public void Every_sales_person_has_a_name_and_a_region_and_every_line_of_a_reseller_its_sales_person()
    {
        Assert.Equal(
            ["17|0"],
            prepared.Rows($"""
                SELECT count(DISTINCT s.owner_id), count(*) FILTER (WHERE e.name IS NULL)
                FROM ({prepared.Sql("sales_order_line")}) AS s LEFT JOIN ({prepared.Sql("employee")}) AS e ON e.source_id = s.owner_id WHERE s.channel = 'reseller'
                """));
        Assert.Equal(["Jae B Pak|United Kingdom"], prepared.Rows($"SELECT name, region FROM ({prepared.Sql("employee")}) WHERE source_id = '289'"));
    }

    public sealed class Prepared : IDisposable
    {
        private readonly MappingRoom _room = new();
        private PreparedMapping? _mapping;

        public PreparedMapping Mapping => _mapping ??= _room.Shipped("adventureworks", Path.Combine(Repository.SharedData!, "adventureworks"));

        public string Sql(string feed) => MappingRoom.Feed(Mapping, feed).Sql;

        public string[] Rows(string sql) => _room.Rows(sql);

        public long Count(string sql) => long.Parse(Assert.Single(Rows(sql)), System.Globalization.CultureInfo.InvariantCulture);

        public void Dispose() => _room.Dispose();
    }
}
