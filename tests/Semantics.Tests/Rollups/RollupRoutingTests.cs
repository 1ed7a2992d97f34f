using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Rollups;

/// <summary>Which rollup a question reads, and what is said of those that it cannot read.</summary>
public sealed class RollupRoutingTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private static readonly SemanticModel Model = ModelReader.Shipped;

    private static readonly Subject Sales = Model.Subject("sales")!;

    private static readonly Period May = new(new DateOnly(2025, 5, 1), new DateOnly(2025, 5, 31));

    [Fact]
    public void Whole_months_are_read_from_the_months_and_other_days_from_the_days()
    {
        Assert.Equal("sales_month", Read(Question(May)));
        Assert.Equal("sales_day", Read(Question(May with { To = new DateOnly(2025, 5, 20) })));
        Assert.Equal("sales_day", Read(Question(May) with { Cuts = [new CutRequest { Grain = TimeGrain.Week, Measures = [Revenue] }] }));
        Assert.Null(Read(By("customer")));
        Assert.Equal("sales_month", Read(By("product_line")));
    }

    [Fact]
    public void A_month_that_runs_is_read_from_the_days_where_rows_may_lie_behind_the_day_of_the_question()
    {
        MetricQuery running = Question(May) with { AsOf = new DateOnly(2025, 5, 20) };
        Dictionary<string, RecordedSpan> UpTo(DateOnly last) => new(StringComparer.Ordinal) { ["sales_order_line"] = new(new Period(new DateOnly(2024, 1, 1), last), null) };

        Assert.Equal("sales_day", Read(running));
        Assert.Contains(new RollupRefusal("sales_month", "period-not-aligned", "as_of"), Refusals(running));
        Assert.Equal("sales_day", Read(running with { Recorded = UpTo(new DateOnly(2025, 5, 21)) }));
        Assert.Equal("sales_month", Read(running with { Recorded = UpTo(running.AsOf) }));
        Assert.Equal("sales_month", Read(Question(May with { To = new DateOnly(2025, 7, 31) }) with { AsOf = May.To }));
    }

    [Theory]
    [InlineData("customer", "sales_month", "dimension-missing", "customer")]
    [InlineData("promotion", "sales_day", "dimension-missing", "promotion")]
    public void What_a_cut_lacks_is_told(string by, string rollup, string code, string what) =>
        Assert.Contains(new RollupRefusal(rollup, code, what), Refusals(By(by)));

    [Fact]
    public void Every_kind_of_refusal_has_its_reason()
    {
        Assert.Contains(new RollupRefusal("sales_month", "period-not-aligned", null), Refusals(Question(May with { To = new DateOnly(2025, 5, 20) })));
        Assert.Contains(new RollupRefusal("sales_month", "grain-not-derivable", "week"), Refusals(Question(May) with { Cuts = [new CutRequest { Grain = TimeGrain.Week, Measures = [Revenue] }] }));
        Assert.Contains(new RollupRefusal("sales_month", "history-mode", "product_line"), Refusals(By("product_line") with { History = History.AsIs }));
        Assert.Contains(new RollupRefusal("sales_month", "filter-missing", "industry"), Refusals(Question(May) with { Filters = [new MemberFilter(Model.Dimension("industry")!, false, false, ["steel"])] }));
        Assert.Contains(new RollupRefusal("sales_day", "coarser-one-read", "sales_month"), Refusals(By("product_line")));
        Assert.Contains(new RollupRefusal("sales_day", "measure-not-additive", "orders"), Refusals(Question(May) with { Cuts = [new CutRequest { Measures = [new MeasureRequest(Sales.Measure("orders")!)] }] }));
        Assert.Contains(
            new RollupRefusal("sales_month", "period-not-aligned", "same_workdays_previous_period"),
            Refusals(Question(May) with { Cuts = [new CutRequest { Measures = [new MeasureRequest(Sales.Measure("revenue")!, Comparison.SameWorkdaysPreviousPeriod)] }] }));
    }

    [Fact]
    public void A_scope_that_a_rollup_cannot_tell_apart_reads_the_fact()
    {
        SecurityScope scope = SecurityScope.Of([new MemberFilter(Model.Dimension("employee")!, false, false, ["x"])], new HashSet<string>(), new HashSet<string>(), new HashSet<string>());

        Assert.Null(Read(Question(May) with { Scope = scope }));
        Assert.Contains(new RollupRefusal("sales_month", "security-scope", "employee"), Refusals(Question(May) with { Scope = scope }));
    }

    [Fact]
    public void An_answer_tells_the_rollup_that_it_came_from()
    {
        RollupUpkeep.Fit(plant.Connection, Model);
        QueryPlan plan = QueryPlanner.Plan(By("product_line") with { Rollups = RollupUpkeep.Kept(plant.Connection, Model) });

        PassProvenance pass = Assert.Single(ProvenanceReader.Read(Model.Version, plan, StatementSql.Of(plan), plant.Connection).Passes);

        Assert.Equal(("sales_month", null, 1), (pass.Rollup, pass.RollupRefusal, pass.RollupRefusals.Count));
    }

    [Fact]
    public void What_cannot_be_kept_is_refused_with_its_line()
    {
        ModelFile[] files = [.. ModelFile.Shipped.Select(file => file with { Text = file.Text.Replace("[revenue, cost, gross_margin, gross_margin_rate, list_amount, discount_amount, discount_rate, order_lines, quantity]", "[revenue, orders, revenu]", StringComparison.Ordinal) })];

        IEnumerable<string> codes = ModelReader.Compile(files).Defects.Select(defect => defect.Code);

        Assert.Equal(["rollup-not-additive", "unknown-measure"], codes.Distinct().Order(StringComparer.Ordinal));
    }

    private static MeasureRequest Revenue => new(Sales.Measure("revenue")!);

    private static MetricQuery Question(Period period) => new()
    {
        Subject = Sales,
        Period = period,
        AsOf = new DateOnly(2026, 1, 1),
        Rollups = [.. Model.Rollups],
        Cuts = [new CutRequest { Measures = [Revenue] }],
    };

    private static MetricQuery By(string dimension) => Question(May) with { Cuts = [new CutRequest { Dimension = Model.Dimension(dimension), Measures = [Revenue] }] };

    private static string? Read(MetricQuery query) => Assert.Single(QueryPlanner.Plan(query).Scans).Rollup?.Name;

    private static IReadOnlyList<RollupRefusal> Refusals(MetricQuery query) => Assert.Single(QueryPlanner.Plan(query).Scans).RollupRefusals;
}
