using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Query;

/// <summary>Which day a snapshot speaks by, in the cases in which the last day of the table is the wrong one; numbers worked out by hand.</summary>
public sealed class SnapshotDaysTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    // Truck 1 stands with the first source, which is a day behind from 4 March on; truck 2 with the second, which sends nothing at weekends (1, 2, 8 and 9 March 2025);
    // truck 3 with a third, which was given up on 20 February.
    private const string Stock =
        """
        DELETE FROM fact_inventory_day;
        INSERT INTO dim_source_system SELECT 3, 'old' WHERE NOT EXISTS (FROM dim_source_system WHERE source_key = 3);
        INSERT INTO fact_inventory_day BY NAME
        SELECT s AS source_key, concat(s, '/', d) AS source_id, 1 AS version, 1 AS batch_id, CAST(d AS DATE) AS day, s AS product_key, 'house' AS warehouse, q AS quantity, 10 * q AS amount
        FROM (VALUES (1, '2025-02-28', 4), (1, '2025-03-01', 5), (1, '2025-03-02', 6), (1, '2025-03-03', 7),
                     (2, '2025-02-28', 100), (2, '2025-03-03', 200), (2, '2025-03-04', 300),
                     (3, '2025-02-20', 1000)) AS v(s, d, q);
        """;

    [Fact]
    public void A_source_that_is_a_day_behind_is_not_missing_from_the_stock()
    {
        plant.Connection.Execute(Stock);

        Assert.Equal("307", Lines(Whole("inventory", "quantity", "2025-03-01", "2025-03-31"), "quantity"));
        Assert.Equal("truck 1 | 7\ntruck 2 | 300", Lines(By("inventory", "quantity", "product", "2025-03-01", "2025-03-31"), "product", "quantity"));
    }

    [Fact]
    public void A_source_that_sends_nothing_at_weekends_speaks_by_its_Friday()
    {
        plant.Connection.Execute(Stock);

        // 20 February was eight days before 28 February and eleven before 3 March: the old source then no longer speaks.
        Assert.Equal(
            "2025-02-20 | 1000\n2025-02-28 | 1104\n2025-03-01 | 1105\n2025-03-02 | 1106\n2025-03-03 | 207\n2025-03-04 | 307",
            Lines(Steps("inventory", "quantity", TimeGrain.Day, "2025-02-01", "2025-03-31"), "period", "quantity"));
    }

    [Fact]
    public void A_mean_counts_a_silent_day_with_what_was_there_before()
    {
        plant.Connection.Execute(Stock);

        // 3 and 4 March: (70 + 2000 + 70 + 3000) / 2; of the whole month the weekend too, with 1000 of the second source and 10000 of the old one.
        Assert.Equal("2570", Lines(Whole("inventory", "average_value", "2025-03-03", "2025-03-31"), "average_value"));
        Assert.Equal("6812.5", Lines(Whole("inventory", "average_value", "2025-03-01", "2025-03-31"), "average_value"));
        Assert.Equal("truck 1 | 62.5\ntruck 2 | 1750\ntruck 3 | 5000", Lines(By("inventory", "average_value", "product", "2025-03-01", "2025-03-31"), "product", "average_value"));
    }

    [Fact]
    public void A_part_that_is_not_there_on_the_last_day_has_no_stock_though_it_had_before()
    {
        plant.Connection.Execute(Stock + "UPDATE fact_inventory_day SET product_key = 5 WHERE source_key = 1 AND day = '2025-03-02'");

        Assert.Equal("truck 1 | 7\ntruck 2 | 300", Lines(By("inventory", "quantity", "product", "2025-03-01", "2025-03-31"), "product", "quantity"));
        Assert.Equal("null", Lines(Whole("inventory", "quantity", "2025-03-01", "2025-03-31", new("product", false, "truck 5")), "quantity"));
    }

    [Fact]
    public void An_explanation_counts_a_snapshot_on_both_sides_where_it_speaks_for_both()
    {
        plant.Connection.Execute(Stock);
        Subject inventory = ModelReader.Shipped.Subject("inventory")!;
        Explanation told = Explainer.Explain(
            ModelReader.Shipped,
            new ExplanationRequest
            {
                Measure = inventory.Measure("quantity")!,
                Contrast = new PeriodContrast(new Period(new(2025, 3, 1), new(2025, 3, 2)), new Period(new(2025, 2, 1), new(2025, 2, 28))),
                AsOf = new DateOnly(2025, 6, 1),
            },
            plant.Connection).Explanation!;

        // 4 + 100 + 1000 at the end of February; 6 on 2 March, with the 100 of Friday and the 1000 of ten days before.
        Assert.Equal((1104m, 1106m), (told.Before, told.Now));
        Assert.NotEmpty(told.Attributions);
        Assert.All(told.Attributions, part => Assert.Equal(2m, part.Members.Sum(member => member.Contribution)));
    }

    [Fact]
    public void A_pipeline_that_was_closed_within_the_period_is_empty_at_its_end()
    {
        plant.Connection.Execute(
            """
            DELETE FROM snapshot_horizon; DELETE FROM pipeline_interval;
            INSERT INTO snapshot_horizon VALUES ('fact_ticket', '2025-03-31');
            INSERT INTO pipeline_interval BY NAME
            SELECT 2 AS source_key, o AS opportunity_id, CAST(f AS DATE) AS valid_from, CAST(t AS DATE) AS valid_to, 1 AS stage_key, a AS amount,
                   1 AS customer_key, 1 AS owner_key, 1 AS organisation_key, 1 AS product_key, 1 AS region_key, 1 AS batch_id
            FROM (VALUES ('a', '2025-01-10', '2025-03-05', 100), ('b', '2025-02-01', '2025-03-11', 30)) AS v(o, f, t, a)
            """);

        Assert.Equal("null", Lines(Whole("pipeline_days", "pipeline_amount", "2025-03-01", "2025-03-31"), "pipeline_amount"));
        Assert.Equal("130", Lines(Whole("pipeline_days", "pipeline_amount", "2025-02-01", "2025-02-28"), "pipeline_amount"));
        Assert.Equal("2025-01-01 | 100\n2025-02-01 | 130", Lines(Steps("pipeline_days", "pipeline_amount", TimeGrain.Month, "2025-01-01", "2025-04-30"), "period", "pipeline_amount"));
    }

    [Fact]
    public void Receivables_that_were_paid_within_the_period_are_no_longer_overdue_at_its_end()
    {
        plant.Connection.Execute(
            """
            DELETE FROM snapshot_horizon; DELETE FROM ar_interval;
            INSERT INTO snapshot_horizon VALUES ('fact_receipt', '2025-03-31');
            INSERT INTO ar_interval VALUES (1, 1, '2025-02-01', '2025-03-10', 500, 100, 400, 400, 0, 0, 0, 1)
            """);

        Assert.Equal("null", Lines(Whole("receivable_days", "overdue_1_30", "2025-03-01", "2025-03-31"), "overdue_1_30"));
        Assert.Equal("400", Lines(Whole("receivable_days", "overdue_1_30", "2025-03-01", "2025-03-09"), "overdue_1_30"));
    }

    [Fact]
    public void Each_prediction_speaks_by_the_last_day_on_which_it_was_made()
    {
        plant.Connection.Execute("UPDATE fact_score SET prediction = CASE WHEN scored_date < '2025-01-01' THEN 'won_30' ELSE 'won_90' END WHERE subject_type = 'opportunity'");
        string byHand = ResultRows.Read(plant.Connection, "SELECT count(*) FROM fact_score WHERE subject_type = 'opportunity' AND model_role = 'champion' AND prediction = 'won_30' AND scored_date = (SELECT max(scored_date) FROM fact_score WHERE subject_type = 'opportunity' AND model_role = 'champion' AND prediction = 'won_30')")[0][0];

        Assert.NotEqual("0", byHand);
        Assert.Equal(byHand, Lines(Whole("win_scores", "scored_deals", "2024-01-01", "2025-12-31", new("prediction", false, "won_30")), "scored_deals"));
    }

    [Fact]
    public void The_load_of_coming_weeks_is_that_of_the_plan_in_force_as_each_source_saw_it_last()
    {
        plant.Connection.Execute(
            """
            DELETE FROM fact_capacity_load;
            INSERT INTO dim_scenario BY NAME
            SELECT 1 AS scenario_key, 1 AS scenario_durable_key, 1 AS source_key, 'rush' AS scenario_id, 1 AS batch_id, DATE '0001-01-01' AS valid_from, DATE '9999-12-31' AS valid_to,
                   true AS is_current, false AS is_inferred, 'what_if' AS kind;
            INSERT INTO fact_capacity_load BY NAME
            SELECT s AS source_key, concat(s, d) AS source_id, 1 AS version, 1 AS batch_id, CAST(d AS DATE) AS as_of_date, DATE '2025-03-10' AS week_start, 1 AS work_centre_key, c AS scenario_key, m AS load_minutes, 600 AS available_minutes
            FROM (VALUES (1, '2025-03-03', 60, 0), (1, '2025-03-04', 120, 0), (1, '2025-03-05', 6000, 1), (2, '2025-03-03', 240, 0), (3, '2025-02-20', 480, 0)) AS v(s, d, m, c)
            """);

        Assert.Equal("6", Lines(Whole("capacity_outlook", "load_hours", "2025-03-10", "2025-03-16") with { AsOf = new(2025, 3, 5) }, "load_hours"));
    }

    private string Lines(MetricQuery query, params string[] columns) => ResultRows.Lines(ResultRows.OfCut(plant.Connection, query, 0, columns));

    private static MetricQuery By(string subject, string measure, string dimension, string from, string to)
    {
        Subject of = ModelReader.Shipped.Subject(subject)!;
        CutRequest cut = new() { Dimension = of.Dimension(dimension)!, Fields = [new CutField(of.Dimension(dimension)!, false)], Measures = [new MeasureRequest(of.Measure(measure)!)] };
        return Asked(of, cut, from, to);
    }

    private static MetricQuery Steps(string subject, string measure, TimeGrain grain, string from, string to) =>
        Asked(ModelReader.Shipped.Subject(subject)!, new CutRequest { Grain = grain, Measures = [new MeasureRequest(ModelReader.Shipped.Subject(subject)!.Measure(measure)!)] }, from, to);

    private static MetricQuery Whole(string subject, string measure, string from, string to, Condition? where = null)
    {
        Subject of = ModelReader.Shipped.Subject(subject)!;
        MetricQuery query = Asked(of, new CutRequest { Measures = [new MeasureRequest(of.Measure(measure)!)] }, from, to);
        return where is null ? query : query with { Filters = [new MemberFilter(of.Dimension(where.Dimension)!, where.IsById, false, [where.Value])] };
    }

    private static MetricQuery Asked(Subject subject, CutRequest cut, string from, string to) => new()
    {
        Subject = subject,
        Period = new Period(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)),
        AsOf = new DateOnly(2026, 1, 1),
        Cuts = [cut],
    };

    private sealed record Condition(string Dimension, bool IsById, string Value);
}
