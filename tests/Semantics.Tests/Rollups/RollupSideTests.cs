using FsCheck;
using FsCheck.Fluent;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.Explaining;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Rollups;

/// <summary>What is told beside a number (the causes of a change, two measures held against each other) is the same out of rollups as out of the facts.</summary>
public sealed class RollupSideTests : IClassFixture<SmallPlantFixture>
{
    private static readonly SemanticModel Model = ModelReader.Compile(
    [
        .. ModelFile.Shipped,
        new ModelFile("crosses.yaml", """
            crosses:
              - name: discount_and_margin
                label: { zh-CN: 折扣与毛利, en: Discount and margin }
                description: { zh-CN: 折扣与毛利, en: Discount and margin. }
                x: sales.discount_rate
                y: sales.gross_margin_rate
                control: sales.orders
                by: [region, customer]
                step: month
            """) { Folder = "mine" },
    ]).Model;

    private readonly SmallPlantFixture _plant;
    private readonly IReadOnlyList<Rollup> _kept;

    public RollupSideTests(SmallPlantFixture plant)
    {
        RollupUpkeep.Fit(plant.Connection, Model);
        _plant = plant;
        _kept = RollupUpkeep.Kept(plant.Connection, Model);
    }

    [Fact]
    public void An_explanation_is_the_same_out_of_rollups() => Check.One(RandomRuns.Of(40), Prop.ForAll(ExplainedQuestions.Any([.. Measures("sales")]), request =>
    {
        ExplanationOutcome plain = Explainer.Explain(Model, request, _plant.Connection);
        ExplanationOutcome routed = Explainer.Explain(Model, request with { Rollups = _kept }, _plant.Connection);
        Assert.Equal(plain.Refusal?.Code, routed.Refusal?.Code);
        Assert.Equal(Told(plain), Told(routed));
    }));

    [Fact]
    public void Causes_of_whole_months_are_read_from_the_months()
    {
        Subject sales = Model.Subject("sales")!;
        ExplanationRequest request = new()
        {
            Measure = sales.Measure("revenue")!,
            Contrast = new PeriodContrast(new Period(new(2025, 5, 1), new(2025, 5, 31)), new Period(new(2025, 4, 1), new(2025, 4, 30))),
            AsOf = new DateOnly(2026, 1, 1),
            Rollups = _kept,
        };

        Assert.Contains("rollup_sales_month", SideQuery.Statement(sales, request, sales.Measure("discount_rate")!, Model.Dimension("product_line"), [], isNow: true)!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rollup_", SideQuery.Statement(sales, request, sales.Measure("discount_rate")!, Model.Dimension("customer"), [], isNow: true)!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("region", true)]
    [InlineData("customer", false)]
    public void A_cross_is_the_same_out_of_rollups(string by, bool isKept)
    {
        CrossRequest request = new()
        {
            Cross = Model.Crosses.Single(cross => cross.Name == "discount_and_margin"),
            By = Model.Dimension(by),
            Period = new Period(new(2024, 1, 1), new(2025, 12, 31)),
            AsOf = new DateOnly(2026, 1, 1),
        };
        CrossAnswer plain = Crosser.Answer(Model, request, _plant.Connection).Answer!;
        CrossAnswer routed = Crosser.Answer(Model, request with { Rollups = _kept }, _plant.Connection).Answer!;

        Assert.NotEmpty(plain.Cells);
        Assert.Equal(plain.Cells, routed.Cells);
        Assert.Equal((plain.Overall, plain.Within, plain.Partial), (routed.Overall, routed.Within, routed.Partial));
        Assert.Equal(isKept ? [true, true, false] : [false, false, false], routed.Sql.Select(text => text.Contains("rollup_sales_month", StringComparison.Ordinal)));
    }

    private static IEnumerable<Measure> Measures(string subject) =>
        Model.Subject(subject)!.Measures.Where(measure => measure.Per.Count == 0 && Decomposition.Of(measure.Formula) is not null);

    private static string Told(ExplanationOutcome outcome) => outcome.Explanation is not { } told ? "" : string.Join(
        '\n',
        [
            $"{told.Before} {told.Now} {told.Hash}",
            .. told.Causes.Select(Line),
            .. told.Segments.Select(segment => $"{segment.Contribution}: {string.Join(", ", segment.Causes.Select(Line))}"),
        ]);

    private static string Line(CauseLine line) => $"{line.Measure.QualifiedName} {line.Member?.Name} {line.Before} {line.Now}";
}
