using System.Text.Json.Nodes;
using ProdSales.SchemaTests.Answers;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Drilling;

/// <summary>Paging on under each row of a cut, all rows of the cut at once and each behind its own cursor.</summary>
public sealed class NestedPagingTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Period = "period: { from: \"2024-02-10\", to: \"2025-03-20\" }, asOf: \"2026-01-01\"";

    [Theory]
    [InlineData("total { # }", "sales.revenue", 17)]
    [InlineData("byRegion { #  }", "sales.revenue", 40)]
    [InlineData("byIndustry { # }", "sales.orderLines", 23)]
    [InlineData("byCustomer(first: 4) { key: customerId # }", "sales.grossMarginRate", 9)]
    [InlineData("byRegion { overTime(grain: QUARTER) { # } }", "sales.revenue", 7)]
    [InlineData("byChannel { byRegion(first: 2) { # } }", "sales.quantity", 31)]
    public void The_pages_of_each_row_are_its_rows_each_once_and_in_order(string cuts, string measure, int size)
    {
        List<Cell> whole = [.. Cells(plant, cuts, measure, 500, [])];
        Dictionary<string, List<string>> read = whole.ToDictionary(cell => cell.Place, _ => new List<string>(), StringComparer.Ordinal);
        Dictionary<string, string> cursors = new(StringComparer.Ordinal);
        bool hasMore = true;
        for (int page = 0; hasMore; page++)
        {
            Assert.Single(plant.Heard(Question(cuts, measure, size, [.. cursors.Values])));
            hasMore = false;
            foreach (Cell cell in Cells(plant, cuts, measure, size, [.. cursors.Values]))
            {
                Assert.Equal(page > 0, cell.HasPrevious);
                Assert.Equal(whole.Single(known => known.Place == cell.Place).Total, cell.Total);
                read[cell.Place].AddRange(cell.Cursors);
                Assert.Equal(read[cell.Place].Count < cell.Total, cell.HasNext);
                cursors[cell.Place] = cell.Cursors is [.., var last] ? last : cursors[cell.Place];
                hasMore |= cell.HasNext;
            }
        }

        Assert.All(whole, cell => Assert.Equal(cell.Cursors, read[cell.Place].Take(500)));
        Assert.All(whole, cell => Assert.Equal(cell.Total, read[cell.Place].Count));
        Assert.Contains(whole, cell => cell.Total > size);
    }

    [Fact]
    public void Only_the_rows_that_have_a_cursor_go_on()
    {
        List<Cell> first = [.. Cells(plant, "byRegion { # }", "sales.revenue", 5, [])];
        List<Cell> mixed = [.. Cells(plant, "byRegion { # }", "sales.revenue", 5, [first[1].Cursors[0], first[1].Cursors[2]])];

        Assert.Equal(first[0], mixed[0]);
        Assert.Equal(first[1].Cursors[3..], mixed[1].Cursors[..2]);
        Assert.Equal((false, true), (mixed[0].HasPrevious, mixed[1].HasPrevious));
    }

    [Fact]
    public void Rows_that_are_loaded_or_leave_between_pages_neither_shift_nor_repeat_others()
    {
        using ServedPlant own = new();
        List<Cell> before = [.. Cells(own, "byRegion { # }", "sales.revenue", 500, [])];
        string[] cursors = [.. Cells(own, "byRegion { # }", "sales.revenue", 8, []).Select(cell => cell.Cursors[^1])];
        own.Change("INSERT INTO fact_sales_order_line BY NAME SELECT * REPLACE (source_id || 'x' AS source_id) FROM fact_sales_order_line");
        foreach (string cursor in cursors)
        {
            // The very row of the cursor goes.
            string[] keys = System.Text.Json.JsonSerializer.Deserialize<string[]>(Convert.FromBase64String(cursor.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (cursor.Length % 4)) % 4)))!;
            own.Change($"DELETE FROM fact_sales_order_line WHERE source_key = {keys[2]} AND source_id = '{keys[3]}'");
        }

        foreach ((Cell was, Cell rest) in before.Zip(Cells(own, "byRegion { # }", "sales.revenue", 500, cursors)))
        {
            Assert.Equal(was.Cursors[8..], rest.Cursors.Intersect(was.Cursors));
            Assert.Equal(rest.Cursors.Length, rest.Cursors.Distinct().Count());
            Assert.True(rest.HasPrevious);
        }
    }

    [Fact]
    public void Cursors_of_another_place_are_refused()
    {
        string good = Cells(plant, "byRegion { # }", "sales.revenue", 1, []).First().Cursors[0];
        string alone = plant.Ask($"{{ rows(measure: \"sales.revenue\", {Period}, first: 1) {{ pageInfo {{ endCursor }} }} }}")["data"]!["rows"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
        SecurityScope narrow = SecurityScope.Of(ModelReader.Shipped, new Principal(["regional_manager"], new Dictionary<string, IReadOnlyList<string>> { ["region"] = ["华东"] })).Scope!;

        Assert.Equal("cursor-of-another-question", CodeOf(plant.Text(Question("byIndustry { # }", "sales.revenue", 1, [good]))));
        Assert.Equal("cursor-of-another-question", CodeOf(plant.Text(Question("byRegion { # }", "sales.quantity", 1, [good]))));
        Assert.Equal("cursor-of-another-question", CodeOf(plant.Text(Question("byRegion { # }", "sales.revenue", 1, [good, alone]))));
        Assert.Equal("cursor-of-another-question", CodeOf(plant.Text(Question("byRegion { # }", "sales.revenue", 1, ["%%%"]))));
        Assert.Equal("cursor-of-another-question", CodeOf(plant.Text(Question("byRegion { # }", "sales.revenue", 1, [good]), scope: narrow)));
    }

    [Theory]
    [InlineData("x'); DROP TABLE fact_sales_order_line; --")]
    [InlineData("\"]],[[")]
    [InlineData("9223372036854775808")]
    public void A_cursor_that_somebody_made_up_is_data_and_breaks_nothing(string key)
    {
        string good = Cells(plant, "byRegion { # }", "sales.revenue", 1, []).First().Cursors[0];
        string?[] parts = System.Text.Json.JsonSerializer.Deserialize<string?[]>(Convert.FromBase64String(good.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (good.Length % 4)) % 4)))!;
        parts[2] = key;
        parts[^1] = key;
        string forged = Convert.ToBase64String(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(parts)).Replace('+', '-').Replace('/', '_').TrimEnd('=');

        Assert.Equal(RowsOf([]), RowsOf([forged]));
        Assert.Null(plant.Ask($"{{ rows(measure: \"sales.revenue\", {Period}, where: [{{ dimension: REGION, in: [\"华东\"] }}], first: 1, after: \"{forged}\") {{ totalCount }} }}")["errors"]?.AsArray().FirstOrDefault(error => error!["extensions"]!["code"]!.GetValue<string>() == "internal-error"));
    }

    private IEnumerable<string> RowsOf(string[] after) => Cells(plant, "byRegion { # }", "sales.revenue", 3, after).SelectMany(cell => cell.Cursors.Append(cell.Place));

    private static string Question(string cuts, string measure, int size, string[] after)
    {
        string given = after.Length == 0 ? "" : $", after: [{string.Join(", ", after.Select(cursor => $"\"{cursor}\""))}]";
        string rows = $"rows(measure: \"{measure}\", first: {size}{given}) {{ edges {{ cursor }} pageInfo {{ hasNextPage hasPreviousPage }} totalCount }}";
        return $"{{ sales({Period}) {{ {cuts.Replace("#", rows, StringComparison.Ordinal)} }} }}";
    }

    private static IEnumerable<Cell> Cells(ServedPlant plant, string cuts, string measure, int size, string[] after)
    {
        JsonNode answer = plant.Ask(Question(cuts, measure, size, after));
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return Cells(answer["data"]!, "");
    }

    private static IEnumerable<Cell> Cells(JsonNode? node, string place)
    {
        if (node is JsonObject row && row["rows"] is { } rows)
        {
            return
            [
                new Cell(place, [.. rows["edges"]!.AsArray().Select(edge => edge!["cursor"]!.GetValue<string>())], rows["totalCount"]!.GetValue<long>(),
                    rows["pageInfo"]!["hasNextPage"]!.GetValue<bool>(), rows["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>()),
            ];
        }

        return node switch
        {
            JsonObject fields => fields.SelectMany(field => Cells(field.Value, $"{place}.{field.Key}")),
            JsonArray items => items.SelectMany((item, index) => Cells(item, $"{place}.{index}")),
            _ => [],
        };
    }

    private static string CodeOf(string answer) => JsonNode.Parse(answer)!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();

    private sealed record Cell(string Place, string[] Cursors, long Total, bool HasNext, bool HasPrevious)
    {
        public bool Equals(Cell? other) => other is not null && ToString() == other.ToString();

        public override int GetHashCode() => Place.GetHashCode(StringComparison.Ordinal);

        public override string ToString() => new System.Text.StringBuilder(Place).AppendJoin(',', Cursors).Append(Total).Append(HasNext).Append(HasPrevious).ToString();
    }
}
