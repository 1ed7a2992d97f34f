using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Explaining;

/// <summary>The margin bridge against its definition, written by hand as SQL over the same star.</summary>
public sealed class BridgeTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private static readonly Measure Margin = ExplainedQuestions.Model.Subject("sales")!.Measure("gross_margin")!;

    [Fact]
    public void Its_steps_sum_to_the_change_and_are_those_of_the_definition() =>
        Prop.ForAll(ExplainedQuestions.Any(Margin), request =>
        {
            if (Explainer.Explain(ExplainedQuestions.Model, request with { Filters = [] }, plant.Connection).Explanation is not { } explanation)
            {
                return;
            }

            MarginBridge bridge = explanation.Bridge!;
            Assert.Equal(explanation.Change, bridge.Change);
            decimal[] expected = ByHand((PeriodContrast)request.Contrast, request.AsOf);
            decimal[] steps = [bridge.Volume, bridge.Mix, bridge.ListPrice, bridge.Discount, bridge.Cost, bridge.New, bridge.Dropped];
            Assert.All(steps.Zip(expected), pair => Assert.InRange(pair.First - pair.Second, -0.001m, 0.001m));
        }).Check(RandomRuns.Of(60));

    [Fact]
    public void Products_that_are_new_or_gone_stand_in_steps_of_their_own()
    {
        PricedLeaf held = new(new(10, 1000, 900, 600), new(20, 2200, 1800, 1300));
        PricedLeaf added = new(default, new(1, 50, 40, 10));
        PricedLeaf gone = new(new(2, 70, 60, 40), default);

        MarginBridge bridge = BridgeReader.Of([held, added, gone], 500 - 300 + 30 - 20);

        Assert.Equal(new MarginBridge(300, 0, 200, -200, -100, 30, -20, 0), bridge);
    }

    /// <summary>The definition of DOMAIN's bridge, with products on one side only apart.</summary>
    private decimal[] ByHand(PeriodContrast periods, DateOnly asOf) =>
    [
        .. ResultRows.Read(
            plant.Connection,
            """
            WITH line AS (
                SELECT p.product_durable_key AS leaf, l.ordered_date BETWEEN $from1 AND $to1 AS is_now, l.quantity::DOUBLE AS q,
                    coalesce(l.list_amount, l.net_amount)::DOUBLE AS li, l.net_amount::DOUBLE AS ne, l.cost_amount::DOUBLE AS co
                FROM fact_sales_order_line AS l INNER JOIN dim_product AS p USING (product_key)
                WHERE NOT coalesce(l.is_cancelled, false) AND l.cost_amount IS NOT NULL
                    AND (l.ordered_date BETWEEN $from1 AND $to1 OR l.ordered_date BETWEEN $from0 AND $to0)
            ), side AS (
                SELECT leaf, is_now, sum(q) AS q, sum(li) / sum(q) AS l, sum(li - ne) / sum(q) AS d, sum(co) / sum(q) AS c FROM line GROUP BY ALL
            ), pair AS (
                SELECT a.q AS q0, b.q AS q1, a.l AS l0, b.l AS l1, a.d AS d0, b.d AS d1, a.c AS c0, b.c AS c1
                FROM (SELECT * FROM side WHERE NOT is_now) AS a INNER JOIN (SELECT * FROM side WHERE is_now) AS b USING (leaf)
            ), whole AS (SELECT sum(q0) AS qq0, sum(q1) AS qq1, sum(q0 * (l0 - d0 - c0)) AS m0 FROM pair)
            SELECT
                coalesce((SELECT (qq1 - qq0) * m0 / qq0 FROM whole), 0),
                coalesce((SELECT sum(qq1 * (q1 / qq1 - q0 / qq0) * (l0 - d0 - c0)) FROM pair, whole), 0),
                coalesce((SELECT sum(q1 * (l1 - l0)) FROM pair), 0),
                coalesce((SELECT -sum(q1 * (d1 - d0)) FROM pair), 0),
                coalesce((SELECT -sum(q1 * (c1 - c0)) FROM pair), 0),
                coalesce((SELECT sum(q * (l - d - c)) FROM side AS s WHERE is_now AND NOT EXISTS (FROM side AS o WHERE o.leaf = s.leaf AND NOT o.is_now)), 0),
                coalesce((SELECT -sum(q * (l - d - c)) FROM side AS s WHERE NOT is_now AND NOT EXISTS (FROM side AS o WHERE o.leaf = s.leaf AND o.is_now)), 0)
            """,
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["from0"] = periods.Before.From, ["to0"] = Until(periods.Before, asOf), ["from1"] = periods.Now.From, ["to1"] = Until(periods.Now, asOf),
            })[0].Select(text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
    ];

    private static DateOnly Until(Period period, DateOnly asOf) => period.To < asOf ? period.To : asOf;
}
