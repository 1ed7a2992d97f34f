using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Reading;

/// <summary>Files of the model are compiled whole or refused with every defect, its file and its line.</summary>
public sealed class ModelReaderTests
{
    private const string Dimensions = """
        dimensions:
          - name: region
            label: { zh-CN: 区域, en: Region }
            table: dim_region
            key: region_key
            title: region
        """;

    [Fact]
    public void The_shipped_model_has_no_defect() => Assert.Empty(ModelReader.Compile(ModelFile.Shipped).Defects);

    [Fact]
    public void Every_defect_is_told_at_once_with_its_line()
    {
        ModelCompilation compilation = Compile("""
            subject: sales
            label: { zh-CN: 销售 }
            description: { zh-CN: 说明, en: Text }
            facts:
              - name: line
                table: fact_line
                time: day
                dimensions: { regoin: region_key }
            measures:
              - name: revenue
                label: { zh-CN: 收入, en: Revenue }
                description: { zh-CN: 收入, en: Revenue }
                unit: yuan
                good: up
                formula: sum(net
              - name: margin
                label: { zh-CN: 毛利, en: Margin }
                description: { zh-CN: 毛利, en: Margin }
                unit: money
                good: up
                formula: revenu - 1
                colour: red
            """);

        Assert.Null(compilation.Compiled);
        Assert.Equal(
            [
                "sales.yaml:2: \"en\" is missing. (missing-key)",
                "sales.yaml:8: \"regoin\" is no dimension; did you mean \"region\". (unknown-dimension)",
                "sales.yaml:13: \"unit: yuan\" is not allowed; allowed are money, quantity, count, ratio, min, h, day, score. (value-not-allowed)",
                "sales.yaml:15: Formula \"sum(net\" cannot be read: it ends where a closing parenthesis is expected. (formula-unreadable)",
                "sales.yaml:21: \"revenu\" is no measure; did you mean \"revenue\". (unknown-measure)",
                "sales.yaml:22: \"colour\" is no key here; allowed are name, fact, label, description, unit, good, per, needs, window, owner, sensitivity, minimum_sample, sample, formula, attainment. (unknown-key)",
            ],
            compilation.Defects.Select(defect => defect.ToString()));
    }

    [Fact]
    public void A_formula_that_needs_itself_is_refused_with_the_cycle()
    {
        ModelCompilation compilation = Compile(Subject("""
            - { name: a, label: { zh-CN: 甲, en: A }, description: { zh-CN: 甲, en: A }, unit: money, good: up, formula: b + 1 }
              - { name: b, label: { zh-CN: 乙, en: B }, description: { zh-CN: 乙, en: B }, unit: money, good: up, formula: sales.a }
            """));

        Assert.Contains(compilation.Defects, defect => defect.Message.English == "The formula needs itself: sales.a -> sales.b -> sales.a.");
    }

    [Fact]
    public void A_name_that_could_be_sql_is_refused()
    {
        ModelCompilation compilation = Compile(Subject("[]").Replace("fact_line", "\"fact_line; DROP TABLE x\"", StringComparison.Ordinal));

        Assert.Contains(compilation.Defects, defect => defect is { Code: "bad-name", Place.Line: 5 });
    }

    [Theory]
    [InlineData("sum(x) filter (where y > 1)", Additivity.Additive)]
    [InlineData("sum(x) - count(*)", Additivity.Additive)]
    [InlineData("sum(x) / 60", Additivity.Additive)]
    [InlineData("sum(x) / count(*)", Additivity.NonAdditive)]
    [InlineData("avg(x)", Additivity.NonAdditive)]
    [InlineData("count(distinct x)", Additivity.NonAdditive)]
    [InlineData("median(x)", Additivity.NonAdditive)]
    [InlineData("sum(x) + 1", Additivity.NonAdditive)]
    public void The_additivity_follows_from_the_formula(string formula, Additivity expected)
    {
        ModelCompilation compilation = Compile(Subject(
            $"- {{ name: a, label: {{ zh-CN: 甲, en: A }}, description: {{ zh-CN: 甲, en: A }}, unit: money, good: up, formula: \"{formula}\" }}"));

        Assert.Equal(expected, compilation.Model.Subjects[0].Measures[0].Additivity);
    }

    private static string Subject(string measures) => $$"""
        subject: sales
        label: { zh-CN: 销售, en: Sales }
        description: { zh-CN: 说明, en: Text }
        facts:
          - { name: line, table: fact_line, time: day, dimensions: { region: region_key } }
        measures:
          {{measures}}
        """;

    private static ModelCompilation Compile(string subject) =>
        ModelReader.Compile([new ModelFile("dimensions.yaml", Dimensions), new ModelFile("sales.yaml", subject)]);
}
