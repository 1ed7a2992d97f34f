using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SemanticsTests.Crossing;

/// <summary>Crosses over rows whose relations were planted, or left out.</summary>
public sealed class CrosserTests(CrossCompany company) : IClassFixture<CrossCompany>
{
    private static readonly Cross Cross = ModelReader.Shipped.Crosses.Single(cross => cross.Name == "failures_and_satisfaction");

    [Fact]
    public void A_planted_relation_is_found_and_stays_with_the_control_held_still()
    {
        CrossAnswer answer = Answer(2024).Answer!;

        Assert.Equal(CrossCompany.Products, answer.Cells.Count);
        Assert.Equal(CrossVerdict.Falling, answer.Verdict);
        Assert.True(answer.Overall.High < 0 && answer.Partial!.High < 0);
    }

    [Fact]
    public void Where_nothing_was_planted_no_relation_is_told() => Assert.Equal(CrossVerdict.NoRelation, Answer(2023).Answer!.Verdict);

    [Fact]
    public void What_both_owe_to_late_answers_is_no_relation_of_their_own()
    {
        CrossAnswer answer = Answer(2022).Answer!;

        Assert.True(answer.Overall.High < 0);
        Assert.Equal(CrossVerdict.NotWithin, answer.Verdict);
    }

    [Fact]
    public void Every_cell_holds_the_numbers_that_its_measures_give_by_hand()
    {
        CrossAnswer answer = Answer(2024).Answer!;
        using ReaderLease lease = company.Database.Readers.Lease();
        using var command = lease.Connection.CreateCommand("""
            SELECT name,
                (SELECT sum(failures) * 100.0 / count(*) FROM fact_device_month AS m WHERE m.product_key = p.product_key AND year(m.month) = 2024),
                (SELECT avg(CASE WHEN csat >= 4 THEN 1.0 ELSE 0.0 END) FROM fact_survey AS s WHERE s.product_key = p.product_key AND year(s.answered_date) = 2024)
            FROM dim_product AS p WHERE product_key > 0 ORDER BY name
            """);
        using var reader = command.ExecuteReader();
        foreach (CrossCell cell in answer.Cells)
        {
            Assert.True(reader.Read());
            Assert.Equal((reader.GetString(0), Convert.ToDouble(reader.GetValue(1), null), Convert.ToDouble(reader.GetValue(2), null)), (cell.Name, cell.X, cell.Y));
        }
    }

    [Fact]
    public void Lots_and_lines_can_be_cells_and_too_few_of_them_say_nothing()
    {
        Assert.Equal(10, Answer(2024, "device_lot").Answer!.Cells.Count);
        Assert.Equal(CrossVerdict.TooFewCells, Answer(2024, "product_line").Answer!.Verdict);
    }

    [Fact]
    public void What_cannot_be_asked_is_refused_by_name()
    {
        Assert.Equal("dimension-not-crossed", Answer(2024, "organisation").Refusal!.Code);
        Assert.Equal("lag-out-of-range", Answer(2024, lag: 1).Refusal!.Code);
        Dimension method = ModelReader.Shipped.Dimension("competitor")!;
        Assert.Equal("filter-not-reached", Answer(2024, filter: new MemberFilter(method, false, false, ["x"])).Refusal!.Code);
    }

    [Fact]
    public void A_filter_keeps_the_cells_of_its_members()
    {
        MemberFilter even = new(ModelReader.Shipped.Dimension("product_line")!, false, false, ["even"]);

        CrossAnswer answer = Answer(2024, filter: even).Answer!;

        Assert.Equal(CrossCompany.Products / 2, answer.Cells.Count);
        Assert.Equal(CrossVerdict.Falling, answer.Verdict);
    }

    private CrossOutcome Answer(int year, string? by = null, int lag = 0, MemberFilter? filter = null)
    {
        using ReaderLease lease = company.Database.Readers.Lease();
        return Crosser.Answer(
            ModelReader.Shipped,
            new CrossRequest
            {
                Cross = Cross,
                Period = new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
                AsOf = new DateOnly(2025, 7, 1),
                By = by is null ? null : ModelReader.Shipped.Dimension(by),
                Lag = lag,
                Filters = filter is null ? [] : [filter],
            },
            lease.Connection);
    }
}
