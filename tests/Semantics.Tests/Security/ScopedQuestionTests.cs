using FsCheck;
using FsCheck.Fluent;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.Explaining;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Security;

/// <summary>A question under a scope is the question with the scope's predicate as a filter, and SQL by hand agrees.</summary>
public sealed class ScopedQuestionTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private static readonly SemanticModel Model = ModelReader.Shipped;

    [Fact]
    public void A_scope_gives_what_its_predicate_gives_as_a_filter() =>
        Prop.ForAll(Questions(), question =>
        {
            MetricQuery scoped = question.Query with { Scope = SecurityScope.Of([question.Predicate], Scopes.None, Scopes.None, Scopes.None) };
            PlannedCut[] cuts = [.. QueryPlanner.Plan(scoped).AllCuts];
            Assert.All(cuts, cut => Assert.All(cut.Unavailable, reason => Assert.Contains(reason.Code, (string[])["scope-not-reached", "dimension-not-reached", "member-not-fixed"])));
            if (Array.Exists(cuts, cut => cut.Unavailable.Any(reason => reason.Code == "scope-not-reached")))
            {
                return;
            }

            MetricQuery filtered = question.Query with { Filters = [question.Predicate] };
            foreach (PlannedCut cut in cuts.Where(cut => cut.Request.Cuts.Count == 0))
            {
                string[] columns =
                [
                    .. cut.Request.Fields.Select(field => field.Column),
                    .. cut.Request.Measures.Where(request => cut.Unavailable.All(reason => reason.Measure != request.Measure.Name)).Select(request => request.Column),
                ];
                Assert.Equal(
                    ResultRows.Lines(ResultRows.OfCut(plant.Connection, filtered, cut.Index, columns).Order(Rows)),
                    ResultRows.Lines(ResultRows.OfCut(plant.Connection, scoped, cut.Index, columns).Order(Rows)));
            }
        }).Check(RandomRuns.Of(60));

    [Fact]
    public void An_explanation_under_a_scope_is_that_of_the_filter() =>
        Prop.ForAll(ExplainedQuestions.Any(), request =>
        {
            if (Model.Subject(request.Measure.Subject)!.Dimension("region") is not { } region
                || request.Measure.Formula.Aggregates().Any(part => !part.Fact.TellsApart(region)))
            {
                return;
            }

            ExplanationRequest scoped = request with { Filters = [], Scope = Scopes.Over(region, false, false, "华东", "西北") };
            ExplanationRequest filtered = request with { Filters = [new MemberFilter(region, false, false, ["华东", "西北"])] };
            ExplanationOutcome seen = Explainer.Explain(Model, scoped, plant.Connection);
            ExplanationOutcome expected = Explainer.Explain(Model, filtered, plant.Connection);

            Assert.Equal(expected.Refusal?.Code, seen.Refusal?.Code);
            Assert.Equal(Told(expected.Explanation), Told(seen.Explanation));
            Assert.True(expected.Explanation is null || expected.Explanation.Hash != seen.Explanation!.Hash);
        }).Check(RandomRuns.Of(30));

    [Theory]
    [InlineData("sales", "revenue", "SELECT sum(net_amount) FROM fact_sales_order_line JOIN dim_region USING (region_key) WHERE region = '华东' AND is_cancelled IS NOT TRUE AND ordered_date BETWEEN '2024-03-01' AND '2025-03-31'")]
    [InlineData("sales", "orders", "SELECT count(DISTINCT order_id) FROM fact_sales_order_line JOIN dim_region USING (region_key) WHERE region = '华东' AND is_cancelled IS NOT TRUE AND ordered_date BETWEEN '2024-03-01' AND '2025-03-31'")]
    [InlineData("delivery", "due_lines", "SELECT count(*) FROM fact_schedule_line JOIN dim_region USING (region_key) WHERE region = '华东' AND is_cancelled IS NOT TRUE AND first_commit_date BETWEEN '2024-03-01' AND '2025-03-31' AND first_commit_date < '2025-06-01'")]
    [InlineData("opportunities", "opportunities", "SELECT count(*) FROM fact_opportunity JOIN dim_region USING (region_key) WHERE region = '华东' AND created_date BETWEEN '2024-03-01' AND '2025-03-31'")]
    public void The_number_is_that_of_sql_by_hand(string subject, string measure, string sql)
    {
        MetricQuery query = Total(subject, measure) with { Scope = Scopes.Of("regional_manager", "region=华东") };

        Assert.Equal(ResultRows.Read(plant.Connection, sql)[0], ResultRows.OfCut(plant.Connection, query, 0, [measure])[0]);
    }

    [Fact]
    public void An_attribute_in_a_predicate_is_that_of_the_day_of_the_row()
    {
        Dimension industry = Model.Dimension("industry")!;
        MetricQuery query = Total("sales", "revenue") with { Scope = Scopes.Over(industry, false, false, "steel") };

        Assert.Equal(
            ResultRows.Read(plant.Connection, "SELECT sum(net_amount) FROM fact_sales_order_line WHERE customer_key = 1 AND is_cancelled IS NOT TRUE AND ordered_date BETWEEN '2024-03-01' AND '2025-03-31'")[0],
            ResultRows.OfCut(plant.Connection, query, 0, ["revenue"])[0]);
    }

    [Fact]
    public void Members_are_those_that_rows_of_the_scope_name()
    {
        SecurityScope scope = Scopes.Of("seller", "employee_id=E2");
        Assert.Equal(
            ResultRows.Lines(ResultRows.Read(plant.Connection, """
                SELECT DISTINCT c.customer_id, c.name FROM dim_customer AS c JOIN dim_customer AS k USING (customer_durable_key)
                WHERE c.is_current AND c.customer_key <> 0 AND k.customer_key IN (
                    SELECT customer_key FROM fact_sales_order_line WHERE owner_key = 2 UNION SELECT customer_key FROM fact_opportunity WHERE owner_key = 2
                    UNION SELECT customer_key FROM fact_stage_event WHERE owner_key = 2 UNION SELECT customer_key FROM fact_ticket WHERE owner_key = 2
                    UNION SELECT customer_key FROM fact_quote_line WHERE owner_key = 2 UNION SELECT customer_key FROM fact_expense WHERE employee_key = 2)
                ORDER BY 2, 1
                """)),
            ResultRows.Lines(Members("customer", scope)));
        Assert.Equal("E2 | seller 2", ResultRows.Lines(Members("employee", scope)));
        Assert.Empty(Members("work_centre", Scopes.Of("regional_manager", "region=华东")));
        Assert.Equal("null | 华东", ResultRows.Lines(Members("region", Scopes.Of("regional_manager", "region=华东"))));
    }

    [Fact]
    public void A_fact_that_cannot_be_told_apart_by_the_predicate_is_never_shown_whole()
    {
        SecurityScope scope = Scopes.Of("regional_manager", "region=华东");
        UnavailableMeasure stock = QueryPlanner.Plan(Total("inventory", "value") with { Scope = scope }).AllCuts[0].Unavailable.Single();
        UnavailableMeasure mixed = QueryPlanner.Plan(Total("quota", "actual_amount") with { Scope = scope }).AllCuts[0].Unavailable.Single(reason => reason.Code != "member-not-fixed");

        Assert.Equal(("scope-not-reached", "region"), (stock.Code, stock.Dimension));
        Assert.Equal(("scope-not-reached", "region"), (mixed.Code, mixed.Dimension));
    }

    [Theory]
    [InlineData("revenue", "steel'); DROP TABLE dim_region; --")]
    public void Values_of_a_principal_are_bound_parameters(string measure, string value)
    {
        SqlStatement statement = StatementSql.Of(QueryPlanner.Plan(Total("sales", measure) with { Scope = Scopes.Of("regional_manager", $"region={value}") }));

        Assert.DoesNotContain(value, statement.Text, StringComparison.Ordinal);
        Assert.Contains(value, statement.Parameters.Values);
    }

    private static readonly IComparer<string[]> Rows = Comparer<string[]>.Create((left, right) => string.CompareOrdinal(string.Join('|', left), string.Join('|', right)));

    private IReadOnlyList<string[]> Members(string dimension, SecurityScope scope)
    {
        SqlStatement statement = StatementSql.OfMembers(new MemberQuery(Model, Model.Dimension(dimension)!, null, 100) { Scope = scope });
        return ResultRows.Read(plant.Connection, statement.Text, statement.Parameters);
    }

    private static MetricQuery Total(string subject, string measure) => new()
    {
        Subject = Model.Subject(subject)!,
        Period = new Period(new DateOnly(2024, 3, 1), new DateOnly(2025, 3, 31)),
        AsOf = new DateOnly(2025, 6, 1),
        Cuts = [new CutRequest { Measures = [new MeasureRequest(Model.Subject(subject)!.Measure(measure)!)] }],
    };

    // Everything that is told but the statements and the hash, which name the scope.
    private static string Told(Explanation? told) => told is null
        ? ""
        : System.Text.Json.JsonSerializer.Serialize(new
        {
            told.Before,
            told.Now,
            told.NothingStandsOut,
            told.SegmentsTested,
            told.Bridge,
            Parts = told.Attributions.Where(part => part.Dimension.Name != "region").Select(part => new { part.Dimension.Name, part.Mix, part.Rate, Members = part.Members.Select(member => new { member.Member.Name, member.Contribution }) }),
            Causes = told.Causes.Select(line => new { line.Measure.Name, Of = line.Member?.Name, From = line.Before, To = line.Now }),
        });

    private sealed record Question(MetricQuery Query, MemberFilter Predicate);

    private static Arbitrary<Question> Questions() =>
        (from subject in Gen.Elements(Model.Subjects.AsEnumerable())
         from dimension in Gen.Elements(subject.Dimensions.AsEnumerable())
         from outer in Gen.Elements(subject.Dimensions.AsEnumerable())
         from value in Gen.SubListOf<string?>("华东", "华南", "steel", "ports", "Alpha Group", "Twin", "seller 2", "team 1", "electric", "direct", "erp", "crm", "won", null)
         from isExcluding in Gen.Elements(true, false)
         from grain in Gen.Elements(TimeGrain.Month, TimeGrain.Quarter)
         from start in Gen.Choose(0, 400)
         from length in Gen.Choose(30, 400)
         let first = new DateOnly(2024, 1, 1).AddDays(start)
         select new Question(
             new MetricQuery
             {
                 Subject = subject,
                 Period = new Period(first, first.AddDays(length)),
                 AsOf = new DateOnly(2025, 6, 1),
                 Cuts = [new CutRequest { Dimension = outer, Fields = [new CutField(outer, outer.Member?.Id is not null)], Measures = Requests(subject) }, new CutRequest { Grain = grain, Measures = Requests(subject) }],
             },
             new MemberFilter(dimension, false, isExcluding, [.. value]))).ToArbitrary();

    private static MeasureRequest[] Requests(Subject subject) => [.. subject.Measures.Select(measure => new MeasureRequest(measure))];
}
