using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.Explaining;

/// <summary>What stands out, on stars that were made so that the answer is known.</summary>
public sealed class SegmentTests
{
    private static readonly PeriodContrast Years = new(new(new(2025, 1, 1), new(2025, 12, 31)), new(new(2024, 1, 1), new(2024, 12, 31)));

    [Fact]
    public void A_discount_that_rose_for_one_line_in_one_region_comes_first_and_alone()
    {
        Explanation explanation = Explain("gross_margin_rate", "CASE WHEN ordered_date >= DATE '2025-01-01' AND region_key = 2 AND product_key = 1 THEN 0.2 ELSE 0 END");

        Segment segment = Assert.Single(explanation.Segments);
        Assert.Equal(["product_line=diesel", "region=华南"], segment.Members.Select(member => $"{member.Dimension.Name}={member.Name}").Order(StringComparer.Ordinal));
        Assert.True(segment.Excess < 0 && segment.Significance < -6, $"{segment.Excess} at {segment.Significance}");
        CauseLine discount = Assert.Single(segment.Causes, cause => cause.Measure.Name == "discount_rate");
        Assert.InRange(discount.Now!.Value - discount.Before!.Value, 0.17m, 0.23m);
    }

    [Theory]
    [InlineData("gross_margin_rate")]
    [InlineData("revenue")]
    public void Nothing_stands_out_where_nothing_was_planted(string measure) => Assert.True(Explain(measure, "0").NothingStandsOut);

    [Fact]
    public void A_part_that_only_sells_other_products_than_before_does_not_stand_out()
    {
        using DuckDbConnection star = Star("0");
        star.Execute("UPDATE fact_sales_order_line SET cost_amount = net_amount * (CASE product_key WHEN 1 THEN 0.9 WHEN 2 THEN 0.5 ELSE 0.7 END + hash(source_id, 'm') % 1000 / 50000)");
        star.Execute(
            """
            DELETE FROM fact_sales_order_line
            WHERE region_key = 2 AND channel = 'dealer' AND product_key = CASE WHEN ordered_date >= DATE '2025-01-01' THEN 2 ELSE 1 END AND hash(source_id) % 10 > 0
            """);

        Explanation explanation = Explain("gross_margin_rate", star);
        MemberContribution region = explanation.Attributions.Single(attribution => attribution.Dimension.Name == "region").Members.Single(member => member.Member.Name == "华南");

        Assert.True(region.Rate < -0.01m, region.ToString());
        Assert.True(explanation.NothingStandsOut, string.Join(' ', explanation.Segments.SelectMany(segment => segment.Members)));
    }

    [Fact]
    public void A_part_that_grew_from_almost_nothing_stands_out_by_its_level()
    {
        using DuckDbConnection star = Star("0");
        star.Execute(
            """
            UPDATE fact_sales_order_line SET channel = 'rental', cost_amount = cost_amount + 0.2 * net_amount
            WHERE hash(source_id, 'n') % 100 < CASE WHEN ordered_date >= DATE '2025-01-01' THEN 10 ELSE 1 END
            """);

        Segment segment = Assert.Single(Explain("gross_margin_rate", star).Segments);
        Assert.Equal("rental", Assert.Single(segment.Members).Name);
    }

    [Fact]
    public void Nothing_stands_out_where_all_parts_moved_alike()
    {
        Explanation explanation = Explain("gross_margin_rate", "CASE WHEN ordered_date >= DATE '2025-01-01' THEN 0.1 ELSE 0 END");

        Assert.True(explanation.Change < -0.05m, explanation.Change.ToString(CultureInfo.InvariantCulture));
        Assert.True(explanation.NothingStandsOut);
    }

    [Fact]
    public void A_whole_that_rose_while_every_member_fell_is_said_to_be_reversed()
    {
        using DuckDbConnection star = Star("0");
        star.Execute("DELETE FROM fact_sales_order_line WHERE (region_key = 1) = (ordered_date >= DATE '2025-01-01') AND hash(source_id) % 10 > 0");
        star.Execute("UPDATE fact_sales_order_line SET cost_amount = net_amount * (CASE WHEN region_key = 1 THEN 0.9 ELSE 0.5 END + CASE WHEN ordered_date >= DATE '2025-01-01' THEN 0.05 ELSE 0 END)");

        Explanation explanation = Explain("gross_margin_rate", star);
        DimensionAttribution regions = explanation.Attributions.Single(attribution => attribution.Dimension.Name == "region");

        Assert.True(explanation.Change > 0);
        Assert.True(regions.IsReversed);
        Assert.All(regions.Members, member => Assert.True(member.Rate < 0));
    }

    [Fact]
    public void Two_members_are_compared_like_two_periods()
    {
        using DuckDbConnection star = Star("CASE WHEN region_key = 2 AND product_key = 1 THEN 0.2 ELSE 0 END");
        Dimension region = ExplainedQuestions.Model.Dimension("region")!;
        Explanation explanation = Explain("gross_margin_rate", star, new MemberContrast(Years.Now, region, "华南", "华东"));

        Assert.DoesNotContain(explanation.Attributions, attribution => attribution.Dimension == region);
        Assert.Equal("diesel", Assert.Single(explanation.Segments[0].Members).Name);
        Assert.All(explanation.Attributions, attribution => Assert.Equal(explanation.Change, attribution.Members.Sum(member => member.Contribution)));
    }

    [Theory]
    [InlineData("orders", "parts-do-not-add-up")]
    [InlineData("revenue", "periods-overlap")]
    public void What_cannot_be_explained_is_refused_by_code(string measure, string code)
    {
        using DuckDbConnection star = Star("0");
        Contrast contrast = code == "periods-overlap" ? new PeriodContrast(Years.Now, new(new(2024, 6, 1), new(2025, 1, 1))) : Years;

        Assert.Equal(code, Explainer.Explain(ExplainedQuestions.Model, Request(measure, contrast), star).Refusal!.Code);
    }

    private static Explanation Explain(string measure, string added)
    {
        using DuckDbConnection star = Star(added);
        return Explain(measure, star);
    }

    private static Explanation Explain(string measure, DuckDbConnection star, Contrast? contrast = null) =>
        Explainer.Explain(ExplainedQuestions.Model, Request(measure, contrast ?? Years), star).Explanation!;

    private static ExplanationRequest Request(string measure, Contrast contrast) =>
        new() { Measure = ExplainedQuestions.Model.Subject("sales")!.Measure(measure)!, Contrast = contrast, AsOf = new(2026, 1, 1) };

    /// <summary>The small plant with 4,000 new order lines: discounts of about a tenth, and what is added to them.</summary>
    private static DuckDbConnection Star(string added)
    {
        SmallPlantFixture plant = new();
        plant.Connection.Execute("DELETE FROM fact_sales_order_line");
        plant.Connection.Execute(
            $"""
            INSERT INTO fact_sales_order_line BY NAME
            SELECT 1 AS source_key, 'L' || i AS source_id, 1 AS version, 1 AS batch_id, 'S' || i AS order_id, 1 AS line_number,
                DATE '2024-01-01' + CAST(hash(i) % 731 AS INTEGER) AS ordered_date,
                CAST(1 + hash(i, 'c') % 6 AS INTEGER) AS customer_key, CAST(1 + hash(i, 'p') % 3 AS INTEGER) AS product_key,
                CAST(1 + hash(i, 'r') % 3 AS SMALLINT) AS region_key, 0 AS own_region_key, 0 AS owner_key, 0 AS organisation_key,
                ['dealer', 'direct'][1 + CAST(hash(i, 'h') % 2 AS INTEGER)] AS channel, 1 AS quantity, 'CNY' AS currency, 1.0 AS exchange_rate, false AS is_cancelled,
                CAST(1000 + hash(i, 'a') % 4000 AS DECIMAL(18, 4)) AS list_amount,
                CAST(list_amount * (1 - (0.05 + hash(i, 'd') % 1000 / 10000 + {added})) AS DECIMAL(18, 4)) AS net_amount,
                CAST(list_amount * (0.6 + hash(i, 'k') % 1000 / 10000) AS DECIMAL(18, 4)) AS cost_amount
            FROM range(4000) AS r(i)
            """);
        return plant.Connection;
    }
}
