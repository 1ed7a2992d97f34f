using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Targets;

/// <summary>A measure that is held against a target tells whether it is met, nearly met or missed, by its good direction.</summary>
public sealed class AttainmentTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private const string Quota = """
        WITH target AS (
            SELECT e.employee_durable_key AS k, t.valid_from, t.valid_to, t.target_value FROM fact_target AS t JOIN dim_employee AS e USING (employee_key)
            WHERE t.measure = 'revenue' AND t.employee_key <> 0 AND t.valid_from BETWEEN '2024-01-01' AND '2025-12-31'
        ), line AS (
            SELECT e.employee_durable_key AS k, l.ordered_date AS d, l.net_amount FROM fact_sales_order_line AS l JOIN dim_employee AS e ON e.employee_key = l.owner_key
            WHERE l.is_cancelled IS NOT TRUE
        ), held AS (
            SELECT n.name, sum((SELECT coalesce(sum(net_amount), 0) FROM line WHERE line.k = target.k AND d >= target.valid_from AND d < target.valid_to)) AS actual, sum(target_value) AS target
            FROM target JOIN dim_employee AS n ON n.employee_durable_key = target.k AND n.is_current GROUP BY target.k, n.name
        )
        """;

    private static readonly Subject Judged = Compile("""
        - { name: quota, measure: quota.attainment }
        - { name: strict, measure: mine.hard }
        - name: doubled
          label: &twice { zh-CN: 双倍, en: Twice }
          description: *twice
          unit: money
          good: up
          formula: quota.actual_amount * 2
        - name: hard
          label: &label { zh-CN: 达成, en: Reached }
          description: *label
          unit: ratio
          good: up
          minimum_sample: 3
          sample: sales.order_lines
          attainment: { actual: doubled, target: quota.target_amount, green: 3, amber: 2.5 }
        """).Model.Subject("mine")!;

    [Fact]
    public void A_quota_is_green_from_the_target_on_amber_from_nine_tenths_and_red_below()
    {
        Subject quota = ModelReader.Shipped.Subject("quota")!;
        Measure attainment = quota.Measure("attainment")!;

        string[] told = Lines(OfEmployees(quota, new MeasureRequest(attainment), new MeasureRequest(attainment, null, IsStatus: true)));

        Assert.Equal(Lines(ResultRows.Read(plant.Connection, $"{Quota} SELECT name, CAST(actual AS DOUBLE) / target, CASE WHEN actual / target >= 1 THEN 'GREEN' WHEN actual / target >= 0.9 THEN 'AMBER' ELSE 'RED' END FROM held")), told);
    }

    [Fact]
    public void Limits_and_formulas_are_those_of_the_definition_and_a_name_for_it_has_them_too()
    {
        string[] told = Lines(OfEmployees(Judged, new MeasureRequest(Judged.Measure("strict")! with { Minimum = null }, null, IsStatus: true)));

        Assert.Equal(Lines(ResultRows.Read(plant.Connection, $"{Quota} SELECT name, CASE WHEN 2 * actual / target >= 3 THEN 'GREEN' WHEN 2 * actual / target >= 2.5 THEN 'AMBER' ELSE 'RED' END FROM held")), told);
        Assert.True(told.Select(line => line.Split(" | ")[^1]).Distinct(StringComparer.Ordinal).Count() == 3);
    }

    [Fact]
    public void Where_less_is_better_up_to_the_target_is_green()
    {
        Subject expenses = ModelReader.Shipped.Subject("expenses")!;
        Measure toPlan = expenses.Measure("expense_to_plan")!;
        MetricQuery query = Query(expenses, new CutRequest { Grain = TimeGrain.Month, Measures = [new MeasureRequest(toPlan, null, IsStatus: true), new MeasureRequest(toPlan)] });
        const string ByHand = """
            SELECT month, CASE WHEN spent <= planned THEN 'GREEN' WHEN spent <= planned * 1.1 THEN 'AMBER' WHEN planned > 0 THEN 'RED' END
            FROM (SELECT date_trunc('month', expense_date) AS month, sum(amount) FILTER (WHERE planned_amount IS NOT NULL) AS spent, sum(planned_amount) AS planned FROM fact_expense GROUP BY ALL) AS m
            """;

        string[] told = Lines(ResultRows.OfCut(plant.Connection, query, 0, ["period", "status of expense_to_plan"]));

        Assert.Equal(Lines(ResultRows.Read(plant.Connection, ByHand)), told);
        Assert.Contains(told, line => line.EndsWith("GREEN", StringComparison.Ordinal));
        Assert.Contains(told, line => line.EndsWith("RED", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_target_above_0_there_is_no_status()
    {
        Subject expenses = ModelReader.Shipped.Subject("expenses")!;
        Measure toPlan = expenses.Measure("expense_to_plan")!;
        MetricQuery query = Query(expenses, new CutRequest { Grain = TimeGrain.Day, Measures = [new MeasureRequest(toPlan, null, IsStatus: true)] });

        string[] told = Lines(ResultRows.OfCut(plant.Connection, query, 0, ["period", "status of expense_to_plan", "target of expense_to_plan"]));

        Assert.All(told, line => Assert.Equal(line.EndsWith("| null", StringComparison.Ordinal) || line.EndsWith("| 0", StringComparison.Ordinal), line.Contains("| null |", StringComparison.Ordinal)));
        Assert.Contains(told, line => line.EndsWith("null | null", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("good: none", "{ actual: quota.actual_amount, target: quota.target_amount }", "target-unclear")]
    [InlineData("good: up", "{ actual: quota.actual_amount, target: quota.target_amount, amber: 1.2 }", "target-unclear")]
    [InlineData("good: down", "{ actual: quota.actual_amount, target: quota.target_amount, amber: 0.9 }", "target-unclear")]
    [InlineData("good: up", "{ actual: quota.actual_amount, target: quota.target_amount, green: much }", "value-not-allowed")]
    [InlineData("good: up", "{ actual: quota.actual_amount }", "missing-key")]
    [InlineData("good: up", "{ actual: quota.actual_amount, target: quota.nothing }", "unknown-measure")]
    [InlineData("good: up\n  formula: count(*)", "{ actual: quota.actual_amount, target: quota.target_amount }", "unknown-key")]
    [InlineData("good: up", "{ actual: quota.actual_amount * 3, target: quota.target_amount }", "target-unclear")]
    [InlineData("good: up", "{ actual: quota.actual_amount, target: sum(target_value) }", "target-unclear")]
    public void A_target_that_cannot_be_judged_is_a_defect(string good, string attainment, string code) => Assert.Contains(
        Compile($"- name: odd\n  label: {{ zh-CN: 奇, en: Odd }}\n  description: {{ zh-CN: 奇, en: Odd. }}\n  unit: ratio\n  {good}\n  attainment: {attainment}").Defects,
        defect => defect.Code == code);

    [Fact]
    public void A_source_takes_what_a_measure_says_and_whoever_may_not_see_the_one_may_not_see_the_other()
    {
        SemanticModel model = ModelReader.Compile(
        [
            .. ModelFile.Shipped,
            new ModelFile("roles.yaml", "roles:\n  - { name: blind, label: { zh-CN: 盲, en: Blind }, masks: { measures: [sales.revenue, sales.discount_amount, sales.gross_margin] } }") { Folder = "mine" },
        ]).Model;

        Assert.Contains("sum(CASE WHEN l.is_cancelled IS NOT true THEN l.net_amount END)", model.Subject("quota")!.Facts.Single(fact => fact.Name == "revenue_target").Relation, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("quota.actual_amount", model.Roles.Single(role => role.Name == "blind").MaskedMeasures);
        Assert.Contains("forecasts.actual_amount", model.Roles.Single(role => role.Name == "blind").MaskedMeasures);
        Assert.DoesNotContain("sales.orders", model.Roles.Single(role => role.Name == "blind").MaskedMeasures);
    }

    [Fact]
    public void A_source_names_sums_over_tables_alone() => Assert.Contains(
        ModelReader.Compile([.. ModelFile.Shipped, new ModelFile("odd.yaml", """
            subject: odd
            label: { zh-CN: 奇, en: Odd }
            description: { zh-CN: 奇, en: Odd. }
            facts:
              - { name: odd, source: "SELECT {{sales.gross_margin_rate of l}} AS x FROM fact_sales_order_line AS l", tables: [fact_sales_order_line], time: x, dimensions: {} }
            measures: []
            """) { Folder = "mine" }]).Defects,
        defect => defect.Code == "unknown-measure");

    private IReadOnlyList<string[]> OfEmployees(Subject subject, params MeasureRequest[] measures)
    {
        Dimension employee = subject.Dimension("employee")!;
        MetricQuery query = Query(subject, new CutRequest { Dimension = employee, Fields = [new CutField(employee, false)], Measures = measures });
        return ResultRows.OfCut(plant.Connection, query, 0, ["employee", .. measures.Select(request => request.Column)]);
    }

    private static MetricQuery Query(Subject subject, CutRequest cut) =>
        new() { Subject = subject, Period = new Period(new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31)), AsOf = new DateOnly(2026, 1, 1), Cuts = [cut] };

    private static string[] Lines(IEnumerable<string[]> rows) => [.. rows.Select(row => string.Join(" | ", row)).Order(StringComparer.Ordinal)];

    private static ModelCompilation Compile(string measures) => ModelReader.Compile(
    [
        .. ModelFile.Shipped,
        new ModelFile("mine.yaml", $"subject: mine\nlabel: {{ zh-CN: 我, en: Mine }}\ndescription: {{ zh-CN: 我, en: Mine. }}\nmeasures:\n{measures}") { Folder = "mine" },
    ]);
}
