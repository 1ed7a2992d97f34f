using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.ByHand;
using ProdSales.SemanticsTests.Cases;
using ProdSales.SemanticsTests.Explaining;
using ProdSales.SemanticsTests.SmallPlant;
using ProdSales.Support;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SemanticsTests.ToTheLetter;

/// <summary>Every executable view of the definitions gives what the product gives over the same rows.</summary>
public sealed class KpiViewsTests(MadeUpCompany company) : IClassFixture<MadeUpCompany>
{
    public static TheoryData<string> Names => [.. MetricCase.OfViews.Select(known => known.Name)];

    [KpiViewsTheory]
    [MemberData(nameof(Names))]
    public void A_view_and_the_measures_of_the_same_name_agree(string name)
    {
        MetricCase known = MetricCase.OfViews.Single(other => other.Name == name);
        IReadOnlyList<string[]> expected = ResultRows.Read(company.Views, known.Check);

        Assert.NotEmpty(expected);
        HandWork.Prove(known, company, expected);
    }

    [KpiViewsTheory]
    [InlineData(3, 4)]
    [InlineData(4, 9)]
    [InlineData(12, 1)]
    public void The_bridge_of_the_definitions_and_that_of_the_product_agree(int before, int now)
    {
        decimal[] expected = [.. ResultRows.Read(company.Views, $"SELECT volume, mix, list_price, discount, cost_eff, delta FROM gm_bridge('2024-{before:00}', '2024-{now:00}')")[0].Select(text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))];
        using ReaderLease lease = company.Database.Readers.Lease();

        Explanation? explanation = Explainer.Explain(
            ExplainedQuestions.Model,
            new ExplanationRequest { Measure = ExplainedQuestions.Model.Subject("sales")!.Measure("gross_margin")!, Contrast = new PeriodContrast(Month(now), Month(before)), AsOf = new DateOnly(2025, 6, 1) },
            lease.Connection).Explanation;

        MarginBridge bridge = explanation!.Bridge!;
        Assert.All(
            new[] { bridge.Volume, bridge.Mix, bridge.ListPrice, bridge.Discount, bridge.Cost, explanation.Change }.Zip(expected),
            pair => Assert.InRange(pair.First - pair.Second, -0.001m, 0.001m));
    }

    [KpiViewsFact]
    public void Every_view_of_the_definitions_is_asked_for()
    {
        string[] asked = [.. MetricCase.OfViews.Select(known => known.Check), "gm_bridge(", "kpi_forecast needs actual_m and lag_m(", "dso needs safe_div("];
        IReadOnlyList<string[]> defined = ResultRows.Read(
            company.Views,
            "SELECT view_name FROM duckdb_views() WHERE NOT internal UNION ALL SELECT DISTINCT concat(function_name, '(') FROM duckdb_functions() WHERE NOT internal AND function_type IN ('macro', 'table_macro')");

        Assert.NotEmpty(defined);
        Assert.Empty(defined.Where(view => !asked.Any(text => text.Contains(view[0], StringComparison.Ordinal))).Select(view => view[0]));
    }

    private static Period Month(int month) => new(new DateOnly(2024, month, 1), new DateOnly(2024, month, DateTime.DaysInMonth(2024, month)));
}
