using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Security;

/// <summary>What a mask hides, and that no way round it is left.</summary>
public sealed class MaskTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private static readonly SemanticModel Model = ModelReader.Shipped;

    private static readonly Subject Sales = Model.Subject("sales")!;

    private static readonly SecurityScope NoCost = Scopes.Of("sales_assistant");

    private static readonly SecurityScope NoNames = Scopes.Of("analyst_without_names");

    [Fact]
    public void A_masked_measure_and_what_is_derived_from_it_are_null_with_the_reason()
    {
        PlannedCut cut = QueryPlanner.Plan(Query(NoCost, new CutRequest { Measures = [.. Sales.Measures.Select(measure => new MeasureRequest(measure))] })).AllCuts[0];

        Assert.Equal(["cost", "gross_margin", "gross_margin_rate"], cut.Unavailable.Select(reason => reason.Measure).Order(StringComparer.Ordinal));
        Assert.All(cut.Unavailable, reason => Assert.Equal("masked", reason.Code));
    }

    // What was sold can be told from attainment and target, and from a forecast too: that of the method "naive" is the revenue of the year before.
    [Fact]
    public void Who_may_not_see_revenue_sees_the_targets_that_were_set_but_neither_what_came_of_them_nor_what_was_forecast()
    {
        SemanticModel model = ModelReader.Compile([.. ModelFile.Shipped, new ModelFile("roles.yaml", "roles:\n  - { name: blind, label: { zh-CN: 盲, en: Blind }, masks: { measures: [sales.revenue, sales.discount_amount, sales.gross_margin] } }") { Folder = "mine" }]).Model;
        IReadOnlySet<string> masked = model.Roles.Single(role => role.Name == "blind").MaskedMeasures;

        Assert.Equal(["actual_amount", "attainment", "wape"], masked.Where(name => name.StartsWith("quota.", StringComparison.Ordinal)).Select(name => name["quota.".Length..]).Order(StringComparer.Ordinal));
        Assert.Equal(
            model.Subject("forecasts")!.Measures.Select(measure => measure.QualifiedName).Order(StringComparer.Ordinal),
            masked.Where(name => name.StartsWith("forecasts.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    // The margin is revenue less cost, the discount list amount less revenue. Whoever may see two of three knows the third.
    [Theory]
    [InlineData("measures: [sales.gross_margin]", "sales.gross_margin", "sales.revenue", "sales.cost")]
    [InlineData("measures: [sales.cost], reveals: [sales.gross_margin]", null)]
    [InlineData("measures: [sales.gross_margin, sales.cost]", null)]
    [InlineData("measures: [sales.revenue, sales.gross_margin]", "sales.revenue", "sales.list_amount", "sales.discount_amount")]
    [InlineData("measures: [sales.revenue, sales.gross_margin, sales.discount_amount]", null)]
    [InlineData("columns: [fact_sales_order_line.net_amount]", null)]
    public void What_can_be_worked_out_from_what_is_seen_cannot_be_masked_by_name(string masks, string? masked, params string[] from)
    {
        ModelCompilation compilation = ModelReader.Compile([.. ModelFile.Shipped, new ModelFile("roles.yaml", $"roles:\n  - {{ name: half, label: {{ zh-CN: 半, en: Half }}, masks: {{ {masks} }} }}") { Folder = "mine" }]);
        string[] told = [.. compilation.Defects.Where(defect => defect.Code == "mask-computable").Select(defect => defect.Message.English)];

        Assert.True(masked is not null == told.Length > 0, string.Join('\n', told));
        Assert.All(from, name => Assert.Contains(told, message => message.Contains($"masks {masked}, which", StringComparison.Ordinal) && message.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_target_is_the_same_whatever_was_sold()
    {
        Subject quota = Model.Subject("quota")!;
        CutRequest cut = new() { Dimension = quota.Dimension("employee"), Fields = [new CutField(quota.Dimension("employee")!, true)], Measures = [new MeasureRequest(quota.Measure("target_amount")!)] };
        MetricQuery query = Query(SecurityScope.Full, cut) with { Subject = quota };
        string before = ResultRows.Lines(ResultRows.OfCut(plant.Connection, query, 0, ["employee_id", "target_amount"]));
        using Warehouse.Provider.DuckDbTransaction transaction = plant.Connection.BeginTransaction();
        plant.Connection.Execute("DELETE FROM fact_sales_order_line WHERE owner_key % 2 = 0; UPDATE fact_sales_order_line SET net_amount = 7");

        Assert.Equal(before, ResultRows.Lines(ResultRows.OfCut(plant.Connection, query, 0, ["employee_id", "target_amount"])));
        Assert.Contains("E1 | ", before, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_under_a_mask_does_not_read_the_column() =>
        Assert.DoesNotContain(
            "cost_amount",
            StatementSql.Of(QueryPlanner.Plan(Query(NoCost, new CutRequest { Measures = [.. Sales.Measures.Select(measure => new MeasureRequest(measure))] }))).Text,
            StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_sorted_by_a_masked_measure() =>
        Refused("measure-masked", Query(NoCost, new CutRequest { Dimension = Sales.Dimension("region"), Order = new CutOrder(Sales.Measure("gross_margin"), true) }));

    [Fact]
    public void A_masked_dimension_is_neither_cut_by_nor_filtered_by_nor_named()
    {
        Dimension customer = Sales.Dimension("customer")!;
        Dimension city = Sales.Dimension("city")!;

        Refused("dimension-masked", Query(NoNames, new CutRequest { Dimension = customer }));
        Refused("dimension-masked", Query(NoNames, new CutRequest { Cuts = [new CutRequest { Dimension = city }] }));
        Refused("dimension-masked", Query(NoNames, new CutRequest { Dimension = Sales.Dimension("region"), Fields = [new CutField(city, false)] }));
        Refused("dimension-masked", Query(NoNames, new CutRequest()) with { Filters = [new MemberFilter(customer, true, false, ["C1"])] });
        Refused("dimension-masked", Query(NoNames, new CutRequest()) with { Filters = [new MemberFilter(customer, false, true, ["Beta"])] });
        Assert.Throws<ArgumentException>(() => StatementSql.OfMembers(new MemberQuery(Model, customer, "A", 10) { Scope = NoNames }));
    }

    [Theory]
    [InlineData("gross_margin")]
    [InlineData("gross_margin_rate")]
    public void A_masked_measure_is_not_explained(string measure) =>
        Assert.Equal("measure-masked", Explain(measure, NoCost).Refusal!.Code);

    [Fact]
    public void An_explanation_neither_looks_along_a_masked_dimension_nor_lists_causes_by_it()
    {
        Explanation told = Explain("revenue", Scopes.Of("analyst_without_names")).Explanation!;

        Assert.DoesNotContain(told.Attributions, part => NoNames.Masks(part.Dimension));
        Assert.Equal("dimension-masked", Explainer.Explain(Model, Request("revenue", NoNames) with { Filters = [new MemberFilter(Sales.Dimension("customer")!, false, false, ["Beta"])] }, plant.Connection).Refusal!.Code);
        Assert.Equal(
            "dimension-masked",
            Explainer.Explain(Model, Request("revenue", NoNames) with { Contrast = new MemberContrast(new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)), Sales.Dimension("customer")!, "Beta", "Twin") }, plant.Connection).Refusal!.Code);
    }

    [Fact]
    public void A_bridge_is_withheld_when_a_number_of_its_columns_is_masked()
    {
        SecurityScope scope = SecurityScope.Of([], new HashSet<string> { "sales.cost" }, Scopes.None, Scopes.None);

        Assert.NotNull(Explain("gross_margin", SecurityScope.Full).Explanation!.Bridge);
        Assert.Null(Explain("gross_margin", scope).Explanation!.Bridge);
    }

    [Fact]
    public void A_cause_that_is_masked_is_not_told()
    {
        SecurityScope scope = SecurityScope.Of([], new HashSet<string> { "sales.discount_rate" }, Scopes.None, Scopes.None);

        Assert.Contains(Explain("revenue", SecurityScope.Full).Explanation!.Causes, line => line.Measure.Name == "discount_rate");
        Assert.Empty(Explain("revenue", scope).Explanation!.Causes);
    }

    private ExplanationOutcome Explain(string measure, SecurityScope scope) => Explainer.Explain(Model, Request(measure, scope), plant.Connection);

    private static ExplanationRequest Request(string measure, SecurityScope scope) => new()
    {
        Measure = Sales.Measure(measure)!,
        Contrast = new PeriodContrast(new Period(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)), new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31))),
        AsOf = new DateOnly(2026, 1, 1),
        Scope = scope,
    };

    private static MetricQuery Query(SecurityScope scope, CutRequest cut) => new()
    {
        Subject = Sales,
        Period = new Period(new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31)),
        AsOf = new DateOnly(2026, 1, 1),
        Scope = scope,
        Cuts = [cut],
    };

    private static void Refused(string code, MetricQuery query)
    {
        Assert.Equal(code, ScopeCheck.Refusal(query)!.Code);
        Assert.Throws<ArgumentException>(() => QueryPlanner.Plan(query));
    }
}
