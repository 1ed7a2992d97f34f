using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Samples;

/// <summary>A number that rests on fewer cases than its owner demands is not told, and how many there were is.</summary>
public sealed class MinimumSampleTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private const int Least = 12;

    private static readonly Period Both = new(new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31));

    private static readonly Period Later = new(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31));

    private static readonly SemanticModel Model = Compile($"""
        - name: nps
          measure: surveys.nps
          minimum_sample: {Least}
        - name: csat_low
          measure: surveys.csat_low
          minimum_sample: {Least}
        - name: mean_score
          fact: survey
          label: &label {"{ zh-CN: 分, en: Score }"}
          description: *label
          unit: score
          good: up
          minimum_sample: {Least}
          formula: avg(csat)
        - name: half_score
          fact: survey
          label: *label
          description: *label
          unit: score
          good: up
          minimum_sample: {Least}
          formula: median(csat) filter (where ticket_id is not null) / 2
        - name: likely
          fact: survey
          label: *label
          description: *label
          unit: score
          good: up
          minimum_sample: {Least}
          sample: surveys.recommendation_answers - surveys.detractors
          formula: sum(nps) / sum(csat)
        """).Model;

    private static Subject Thin => Model.Subject("thin")!;

    [Fact]
    public void Cells_totals_and_comparisons_below_the_minimum_are_null_beside_their_number_of_cases()
    {
        const string ByHand = """
            WITH cell AS (
                SELECT c.customer_durable_key AS k, c.name AS customer, year(answered_date) AS y, count(nps) AS n, count(*) FILTER (WHERE nps >= 9) AS up, count(*) FILTER (WHERE nps <= 6) AS down,
                       count(csat) AS rated, avg(csat) AS mean, count(csat) FILTER (WHERE ticket_id IS NOT NULL) AS halves, median(csat) FILTER (WHERE ticket_id IS NOT NULL) / 2 AS half,
                       CAST(sum(nps) AS DOUBLE) / sum(csat) AS likely
                FROM fact_survey JOIN dim_customer AS v USING (customer_key) JOIN dim_customer AS c ON c.customer_durable_key = v.customer_durable_key AND c.is_current
                GROUP BY ALL
            )
            SELECT now.customer, CASE WHEN now.n >= 12 THEN (now.up - now.down) * 100 / now.n END, now.n, CASE WHEN was.n >= 12 THEN (was.up - was.down) * 100 / was.n END, was.n,
                   CASE WHEN now.rated >= 12 THEN now.mean END, now.rated, CASE WHEN now.halves >= 12 THEN now.half END, now.halves, CASE WHEN now.n - now.down >= 12 THEN now.likely END, now.n - now.down
            FROM cell AS now JOIN cell AS was ON was.k = now.k AND was.y = 2024
            WHERE now.y = 2025
            """;
        MeasureRequest nps = new(Thin.Measure("nps")!);
        MeasureRequest before = nps with { Comparison = Comparison.SamePeriodLastYear };
        MeasureRequest[] others = [new(Thin.Measure("mean_score")!), new(Thin.Measure("half_score")!), new(Thin.Measure("likely")!)];
        Dimension customer = Thin.Dimension("customer")!;
        CutRequest cells = new() { Dimension = customer, Fields = [new CutField(customer, false)], Measures = [nps, before, .. others] };

        string[] told = Lines(Asked(Later, cells), ["customer", .. ((MeasureRequest[])[nps, before, .. others]).SelectMany(request => (string[])[request.Column, request.SampleColumn])]);

        Assert.Equal(Lines(ResultRows.Read(plant.Connection, ByHand)), told);
        Assert.Contains(told, line => line.Split(" | ")[1] == "null");
        Assert.Contains(told, line => line.Split(" | ")[1] != "null");
    }

    [Fact]
    public void The_whole_is_judged_by_its_own_cases_and_not_by_those_of_its_parts()
    {
        MeasureRequest nps = new(Thin.Measure("nps")!);
        Dimension customer = Thin.Dimension("customer")!;
        MetricQuery query = Asked(Later, new CutRequest { Measures = [nps], Cuts = [new CutRequest { Dimension = customer, Fields = [new CutField(customer, false)], Measures = [nps] }] });

        string[] whole = ResultRows.OfCut(plant.Connection, query, 0, [nps.Column, nps.SampleColumn]).Single();
        string[] byHand = ResultRows.Read(plant.Connection, "SELECT (count(*) FILTER (WHERE nps >= 9) - count(*) FILTER (WHERE nps <= 6)) * 100 / count(nps), count(nps) FROM fact_survey WHERE year(answered_date) = 2025")[0];

        Assert.Equal(byHand, whole);
        Assert.Contains(ResultRows.OfCut(plant.Connection, query, 1, [nps.Column]), row => row[0] == "null");
    }

    [Fact]
    public void Whoever_orders_by_a_number_does_not_learn_where_the_hidden_ones_stand()
    {
        Measure nps = Thin.Measure("nps")!;
        Dimension customer = Thin.Dimension("customer")!;
        CutRequest cells = new() { Dimension = customer, Fields = [new CutField(customer, false)], Measures = [new MeasureRequest(nps)], Order = new CutOrder(nps, true) };

        string[] values = [.. ResultRows.OfCut(plant.Connection, Asked(Later, cells), 0, ["nps"]).Select(row => row[0])];

        Assert.Equal(values.Where(value => value != "null").OrderByDescending(value => double.Parse(value, CultureInfo.InvariantCulture)).Concat(values.Where(value => value == "null")), values);
        Assert.Contains("null", values);
    }

    [Fact]
    public void Its_rows_are_shown_from_the_minimum_on()
    {
        string[][] customers = [.. ResultRows.Read(plant.Connection, "SELECT c.customer_id, count(nps) FROM fact_survey JOIN dim_customer AS v USING (customer_key) JOIN dim_customer AS c ON c.customer_durable_key = v.customer_durable_key AND c.is_current WHERE c.customer_key <> 0 AND year(answered_date) = 2025 GROUP BY ALL")];

        foreach (string[] customer in customers)
        {
            RowOutcome outcome = RowReader.Read(Model, Rows(customer[0]), plant.Connection);
            int cases = int.Parse(customer[1], CultureInfo.InvariantCulture);

            Assert.Equal(cases >= Least, outcome.Page is not null);
            Assert.Equal(cases >= Least ? null : ("sample-too-small", (object)(long)cases, Least), outcome.Refusal is { } refusal ? (refusal.Code, refusal.Facts["sample"], refusal.Facts["minimum"]) : ((string, object?, object?)?)null);
        }

        Assert.Contains(customers, customer => int.Parse(customer[1], CultureInfo.InvariantCulture) < Least);
        Assert.Contains(customers, customer => int.Parse(customer[1], CultureInfo.InvariantCulture) >= Least);
    }

    [Fact]
    public void An_explanation_tells_members_from_the_minimum_on_and_still_sums_to_the_change()
    {
        Explanation explanation = Explained(new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31))).Explanation!;
        Dictionary<string, string[]> byHand = ResultRows.Read(plant.Connection, """
            SELECT r.region, count(nps) FILTER (WHERE year(answered_date) = 2024), count(nps) FILTER (WHERE year(answered_date) = 2025)
            FROM fact_survey JOIN dim_region AS r USING (region_key) GROUP BY ALL
            """).ToDictionary(row => row[0], row => row[1..], StringComparer.Ordinal);
        DimensionAttribution regions = explanation.Attributions.Single(attribution => attribution.Dimension.Name == "region");

        Assert.Equal(explanation.Change, regions.Members.Sum(member => member.Contribution));
        Assert.All(regions.Members, member => Assert.Equal(
            byHand[member.Member.Name ?? "null"].Select(cases => int.Parse(cases, CultureInfo.InvariantCulture) >= Least), [member.Before is not null, member.Now is not null]));
        Assert.Contains(explanation.Attributions.SelectMany(attribution => attribution.Members), member => member.Now is null || member.Before is null);
    }

    [Fact]
    public void A_side_of_too_few_cases_is_not_explained()
    {
        ExplanationRefusal refusal = Explained(new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 31))).Refusal!;
        string cases = ResultRows.Read(plant.Connection, "SELECT count(nps) FROM fact_survey WHERE answered_date BETWEEN '2024-01-01' AND '2024-01-31'")[0][0];

        Assert.Equal(("sample-too-small", cases, Least), (refusal.Code, Convert.ToString(refusal.Facts["sample"], CultureInfo.InvariantCulture), refusal.Facts["minimum"]));
    }

    [Theory]
    [InlineData("- { name: nps, measure: surveys.nps, minimum_sample: 0 }", "value-not-allowed")]
    [InlineData("- { name: nps, measure: surveys.nps, minimum_sample: many }", "value-not-allowed")]
    [InlineData("- { name: revenue, measure: sales.revenue, minimum_sample: 5 }", "sample-unclear")]
    [InlineData("- { name: thrifty, measure: thin.strict, minimum_sample: 4 }\n- { name: strict, fact: survey, label: { zh-CN: 严, en: S }, description: { zh-CN: 严, en: S }, unit: ratio, good: up, minimum_sample: 5, formula: sum(csat) / count(nps) }", "value-not-allowed")]
    [InlineData("- { name: x, fact: survey, label: { zh-CN: 严, en: S }, description: { zh-CN: 严, en: S }, unit: ratio, good: up, minimum_sample: 5, sample: surveys.nothing, formula: sum(csat) / sum(nps) }", "unknown-measure")]
    public void A_minimum_that_cannot_be_held_is_a_defect(string measures, string code) => Assert.Contains(Compile(measures).Defects, defect => defect.Code == code);

    [Fact]
    public void A_minimum_is_part_of_what_a_measure_means() =>
        Assert.NotEqual(DefinitionHash.Of(Model.Subject("surveys")!.Measure("nps")!), DefinitionHash.Of(Thin.Measure("nps")!));

    private ExplanationOutcome Explained(Period before) => Explainer.Explain(
        Model, new ExplanationRequest { Measure = Thin.Measure("nps")!, Contrast = new PeriodContrast(Later, before), AsOf = new DateOnly(2026, 1, 1) }, plant.Connection);

    private static RowRequest Rows(string customer) => new()
    {
        Measure = Thin.Measure("nps")!,
        Period = Later,
        AsOf = new DateOnly(2026, 1, 1),
        Filters = [new MemberFilter(Thin.Dimension("customer")!, true, false, [customer])],
    };

    private static MetricQuery Asked(Period period, CutRequest cut) => new() { Subject = Thin, Period = period, AsOf = new DateOnly(2026, 1, 1), Cuts = [cut] };

    private string[] Lines(MetricQuery query, IReadOnlyList<string> columns) => Lines(ResultRows.OfCut(plant.Connection, query, 0, columns));

    private static string[] Lines(IEnumerable<string[]> rows) => [.. rows.Select(row => string.Join(" | ", row)).Order(StringComparer.Ordinal)];

    private static ModelCompilation Compile(string measures) => ModelReader.Compile(
    [
        .. ModelFile.Shipped,
        new ModelFile("thin.yaml", $"subject: thin\nlabel: {{ zh-CN: 少, en: Thin }}\ndescription: {{ zh-CN: 少, en: Thin. }}\nmeasures:\n{measures}") { Folder = "mine" },
    ]);
}
