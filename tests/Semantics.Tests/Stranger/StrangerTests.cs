using ProdSales.Semantics;
using ProdSales.SemanticsTests.ByHand;
using ProdSales.SemanticsTests.Cases;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SemanticsTests.Stranger;

/// <summary>Of a company told in several loads, with corrections and members that had moved, every indicator is what was worked out without the product.</summary>
public sealed class StrangerTests(StrangerCompany company) : IClassFixture<StrangerCompany>
{
    private static readonly Measure Margin = ModelReader.Shipped.Subject("sales")!.Measure("gross_margin")!;

    public static TheoryData<string> Names => [.. MetricCase.Stranger.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_answer_is_what_a_stranger_works_out(string name) => HandWork.Prove(MetricCase.Stranger.Single(other => other.Name == name), company);

    /// <summary>Units, list, net and cost of January and February 2020, by product, as the definition of the bridge takes them.</summary>
    /// <remarks>
    /// P1: 16, 16000, 14400, 9600 and 13, 13800, 12400, 8010: the list of O20 is its net amount of 1800 and the discount of 200 that it tells. P2: 3, 4500, 4500, 2700 and 2, 3000, 2700, 1900.
    /// P3: 1, 7800, 7020, 4056 and 2, 15000, 12750, 7950. The old margin a unit is 9564 / 20 = 478.2 over all, 300, 600 and 2964 by product.
    /// Volume (17 - 20) x 478.2; mix (13 - 13.6) x 300 + (2 - 2.55) x 600 + (2 - 0.85) x 2964; list 13800 - 13000 + 15000 - 15600; discount -(1400 - 1300) - (300 - 0) - (2250 - 1560);
    /// cost -(8010 - 7800) - (1900 - 1800) - (7950 - 8112); new P4 with 1500 and P5 with 80.
    /// </remarks>
    [Fact]
    public void The_margin_is_bridged_as_a_stranger_works_it_out()
    {
        using ReaderLease lease = company.Database.Readers.Lease();
        ExplanationRequest request = new()
        {
            Measure = Margin,
            Contrast = new PeriodContrast(Month(2), Month(1)),
            AsOf = new DateOnly(2025, 7, 1),
        };

        MarginBridge bridge = Explainer.Explain(ModelReader.Shipped, request, lease.Connection).Explanation!.Bridge!;

        decimal[] steps = [bridge.Volume, bridge.Mix, bridge.ListPrice, bridge.Discount, bridge.Cost, bridge.New, bridge.Dropped, bridge.Unquantified];
        Assert.Equal([-1434.6m, 2898.6m, 200, -1090, -148, 1580, 0, 0], steps.Select(step => decimal.Round(step, 4)));
    }

    private static Period Month(int month) => new(new DateOnly(2020, month, 1), new DateOnly(2020, month, 1).AddMonths(1).AddDays(-1));
}
