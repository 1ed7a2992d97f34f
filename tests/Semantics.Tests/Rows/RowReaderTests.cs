using ProdSales.Semantics;
using ProdSales.SemanticsTests.Security;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Rows;

/// <summary>What a row tells, how pages follow each other, and what is refused.</summary>
public sealed class RowReaderTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private static readonly SemanticModel Model = ModelReader.Shipped;

    private static readonly Subject Sales = Model.Subject("sales")!;

    [Fact]
    public void A_row_tells_its_keys_day_members_columns_and_document()
    {
        RowPage page = Read(Request("gross_margin_rate") with { First = 1, DocumentAddresses = new Dictionary<string, string> { ["erp"] = "https://erp.example/{document}?line={line}" } }).Page!;
        NumberRow row = Assert.Single(page.Rows);
        string id = (string)row.Keys.Single(key => key.Column == "source_id").Value!;
        string[] byHand = ResultRows.Read(
            plant.Connection,
            $"SELECT ordered_date, order_id, line_number, net_amount - cost_amount, net_amount, c.name FROM fact_sales_order_line JOIN dim_customer AS was USING (customer_key) JOIN dim_customer AS c ON c.customer_durable_key = was.customer_durable_key AND c.is_current WHERE source_id = '{id}'")[0];

        Assert.Equal(byHand[0], row.Day!.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal($"https://erp.example/{byHand[1]}?line={byHand[2]}", row.Document!.Address);
        Assert.Equal(("erp", byHand[1], byHand[2]), (row.Document.System, row.Document.Id, row.Document.Line));
        Assert.Equal(decimal.Parse(byHand[3], System.Globalization.CultureInfo.InvariantCulture), row.Numerator!.Value, 4);
        Assert.Equal(decimal.Parse(byHand[4], System.Globalization.CultureInfo.InvariantCulture), row.Denominator!.Value, 4);
        Assert.Equal(byHand[5] == "null" ? null : byHand[5], row.Members.Single(member => member.Dimension.Name == "customer").Name);
        Assert.Equal(["net_amount", "cost_amount"], row.Columns.Select(column => column.Column));
    }

    [Fact]
    public void A_cursor_of_another_question_is_refused()
    {
        string cursor = Read(Request("revenue")).Page!.Rows[^1].Cursor;
        SecurityScope scope = Scopes.Of("regional_manager", "region=华东");

        Assert.Equal("cursor-of-another-question", Read(Request("quantity") with { After = cursor }).Refusal!.Code);
        Assert.Equal("cursor-of-another-question", Read(Request("revenue") with { After = cursor, Scope = scope }).Refusal!.Code);
        Assert.Equal("cursor-of-another-question", Read(Request("revenue") with { After = cursor, Filters = [new MemberFilter(Sales.Dimension("region")!, false, false, ["华东"])] }).Refusal!.Code);
        Assert.Equal("cursor-of-another-question", Read(Request("revenue") with { After = "x'); --" }).Refusal!.Code);
        Assert.NotNull(Read(Request("revenue") with { After = cursor }).Page);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public void A_page_has_a_size(int first) => Assert.Equal("first-out-of-range", Read(Request("revenue") with { First = first }).Refusal!.Code);

    [Fact]
    public void Rows_are_those_of_the_scope_and_show_no_masked_column_or_member()
    {
        SecurityScope narrow = Scopes.Of("regional_manager,sales_assistant,analyst_without_names", "region=华东");
        RowPage page = Read(Request("revenue") with { Scope = narrow, First = 500 }).Page!;

        Assert.NotEmpty(page.Rows);
        Assert.All(page.Rows, row => Assert.Equal("华东", row.Members.Single(member => member.Dimension.Name == "region").Name));
        Assert.All(page.Rows, row => Assert.DoesNotContain(row.Members, member => narrow.Masks(member.Dimension)));
        Assert.All(page.Sql, sql => Assert.DoesNotContain("cost_amount", sql, StringComparison.Ordinal));
        Assert.Equal("measure-masked", Read(Request("gross_margin") with { Scope = narrow }).Refusal!.Code);
        Assert.Equal("dimension-masked", Read(Request("revenue") with { Scope = narrow, Filters = [new MemberFilter(Sales.Dimension("customer")!, false, false, ["Beta"])] }).Refusal!.Code);
        Assert.Equal("scope-not-reached", Read(new RowRequest { Measure = Model.Subject("inventory")!.Measure("value")!, Period = Request("revenue").Period, AsOf = new DateOnly(2026, 1, 1), Scope = narrow }).Refusal!.Code);
    }

    private RowOutcome Read(RowRequest request) => RowReader.Read(Model, request, plant.Connection);

    private static RowRequest Request(string measure) => new()
    {
        Measure = Sales.Measure(measure)!,
        Period = new Period(new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31)),
        AsOf = new DateOnly(2026, 1, 1),
        First = 50,
    };
}
