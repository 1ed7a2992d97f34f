using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Reading;

/// <summary>A number is defined once: other subjects name it, and a second definition is refused.</summary>
public sealed class OneDefinitionTests
{
    private const string Texts = "label: { zh-CN: 甲, en: A }, description: { zh-CN: 甲, en: A }, unit: money, good: up";

    [Fact]
    public void A_step_of_another_subject_is_the_measure_that_it_names()
    {
        SemanticModel model = Compile("- { name: ordered, measure: sales.revenue }").Model;

        Measure revenue = model.Subject("sales")!.Measure("revenue")!;
        Measure ordered = model.Subject("steps")!.Measure("ordered")!;
        Assert.Equal((revenue.Label, revenue.Description, revenue.Unit, revenue.Good, revenue.Additivity), (ordered.Label, ordered.Description, ordered.Unit, ordered.Good, ordered.Additivity));
        Assert.Equal(revenue.Formula, ordered.Formula);
        Assert.Equal("sales.revenue", ordered.FormulaText);
    }

    [Fact]
    public void A_step_may_have_a_name_of_its_own_but_no_formula()
    {
        ModelCompilation named = Compile("- { name: ordered, measure: sales.revenue, label: { zh-CN: 订单, en: Ordered } }");
        ModelCompilation both = Compile("- { name: ordered, measure: sales.revenue, formula: count(*) }");

        Assert.Equal("Ordered", named.Model.Subject("steps")!.Measure("ordered")!.Label.English);
        Assert.Contains(both.Defects, defect => defect.Code == "unknown-key");
    }

    [Theory]
    [InlineData("sales.revenu", "unknown-measure")]
    [InlineData("sum(x)", "not-a-measure")]
    [InlineData("steps.ordered", "formula-cycle")]
    public void A_step_that_names_no_measure_is_refused(string named, string code) =>
        Assert.Contains(Compile($"- {{ name: ordered, measure: \"{named}\" }}").Defects, defect => defect.Code == code && defect.Place.Line == 7);

    [Theory]
    [InlineData("sales.revenue")]
    [InlineData("sum(amount)")]
    [InlineData("sum( amount )")]
    [InlineData("sum(amount) / count(*)")]
    public void A_second_definition_is_refused_with_the_name_of_the_first(string formula)
    {
        ModelCompilation compilation = Compile($"- {{ name: ordered, {Texts}, formula: \"{formula}\" }}");

        ModelDefect defect = Assert.Single(compilation.Defects);
        Assert.Equal("number-defined-twice", defect.Code);
        Assert.Contains("sales.revenue", defect.Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sum(amount) filter (where is_open)")]
    [InlineData("sum(cost)")]
    [InlineData("sales.revenue / count(*)")]
    [InlineData("avg(amount)")]
    public void Another_number_of_the_same_rows_is_welcome(string formula) =>
        Assert.Empty(Compile($"- {{ name: ordered, {Texts}, formula: \"{formula}\" }}").Defects);

    [Fact]
    public void No_two_measures_of_the_shipped_model_have_the_same_formula_over_the_same_rows()
    {
        IEnumerable<Measure> definitions = ModelReader.Shipped.Subjects.SelectMany(subject => subject.Measures)
            .Where(measure => !ModelReader.Shipped.Subjects.Any(other => other.Measures.Any(named => measure.FormulaText == $"{other.Name}.{named.Name}")));

        Assert.Empty(definitions.GroupBy(measure => Rows(measure.Formula)).Where(same => same.Count() > 1).Select(same => string.Join(", ", same.Select(measure => $"{measure.Subject}.{measure.Name}"))));
    }

    private static string Rows(Formula formula) => formula switch
    {
        Aggregate part => $"{part.Function} {part.Argument} {part.Second} {part.Step} {part.Share} {part.Window} of {part.Fact.Relation} by {part.Fact.Time} where {part.Fact.Condition} and {part.Filter}",
        Arithmetic both => $"({Rows(both.Left)}) {both.Operator} ({Rows(both.Right)})",
        ScalarCall call => $"{call.Function} {string.Join(", ", call.Arguments.Select(Rows))}",
        _ => formula.ToString(),
    };

    private static ModelCompilation Compile(string step) => ModelReader.Compile(
    [
        new ModelFile("dimensions.yaml", "dimensions:\n  - { name: region, label: { zh-CN: 区域, en: Region }, table: dim_region, key: region_key, title: region }\n"),
        Subject("sales", "line", $"- {{ name: revenue, {Texts}, formula: sum(amount) }}"),
        Subject("steps", "same_line", step),
    ]);

    private static ModelFile Subject(string name, string fact, string measure) => new($"{name}.yaml", $$"""
        subject: {{name}}
        label: { zh-CN: 甲, en: A }
        description: { zh-CN: 甲, en: A }
        facts:
          - { name: {{fact}}, table: fact_line, time: day, dimensions: { region: region_key } }
        measures:
          {{measure}}
        """);
}
