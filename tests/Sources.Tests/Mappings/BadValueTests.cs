using ProdSales.Sources.Mappings;
using ProdSales.Sources.Mappings.Reports;

namespace ProdSales.Sources.Tests.Mappings;

/// <summary>A bad value makes one bad row, whose message names row, file, column, value and what is allowed; the good rows stay.</summary>
public sealed class BadValueTests(BadValues values) : IClassFixture<BadValues>, IDisposable
{
    private readonly MappingRoom _room = new();

    public static TheoryData<int> CaseNumbers => [.. Enumerable.Range(0, BadValues.Cases.Length)];

    public void Dispose() => _room.Dispose();

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    public void A_bad_value_is_named_with_row_column_and_what_is_allowed(int number)
    {
        BadValue bad = BadValues.Cases[number];

        Assert.Equal((bad.Column, bad.Value, bad.Code, $"Row {number + 3} of orders.csv: {bad.Column} \"{bad.Value}\" {bad.Allowed}"), values.Found[number]);
    }

    [Fact]
    public void The_good_rows_around_bad_ones_stay()
    {
        Assert.Equal((BadValues.Cases.Length + 2, BadValues.Cases.Length), (values.Report.Rows, values.Report.BadRows));
        Assert.Equal(["first", "last"], values.GoodRows);
    }

    [Theory]
    [InlineData("ordered_date", "")]
    [InlineData("order_id", "")]
    [InlineData("order_id", "  ")]
    [InlineData("quantity", "")]
    [InlineData("quantity", " \u3000")]
    [InlineData("source_id", "")]
    public void A_required_value_that_is_blank_is_missing(string column, string value)
    {
        PreparedMapping mapping = _room.With("orders.csv", OrderLines.With(column, value)).Prepared(OrderLines.Mapping);

        ReasonCount reason = Assert.Single(Assert.Single(mapping.DryRun().Entries).Reasons);

        Assert.Equal((column, "missing-value", 1), (reason.Column, reason.Code, reason.Rows));
        Assert.StartsWith("Row 3 of orders.csv: ", reason.Example, StringComparison.Ordinal);
        Assert.Equal(["1|2024-01-30", "3|2024-01-29"], GoodRows(mapping));
    }

    [Theory]
    [InlineData("line_number", "")]
    [InlineData("exchange_rate", " ")]
    [InlineData("recorded_at", "")]
    [InlineData("is_cancelled", "\t")]
    public void An_optional_value_that_is_blank_is_null_and_never_zero(string column, string value)
    {
        PreparedMapping mapping = _room.With("orders.csv", OrderLines.With(column, value)).Prepared(OrderLines.Mapping);

        Assert.Equal(0, mapping.DryRun().BadRows);
        Assert.Equal(["~"], _room.Rows($"SELECT {column} FROM ({MappingRoom.Feed(mapping, "sales_order_line").Sql}) WHERE source_id = '2'"));
    }

    [Theory]
    [InlineData("quantity", "1e3", "1000.0000")]
    [InlineData("quantity", " 12.50000 ", "12.5000")]
    [InlineData("quantity", "+7", "7.0000")]
    [InlineData("quantity", "99999999999999.9999", "99999999999999.9999")]
    [InlineData("line_number", "9007199254740993", "9007199254740993")]
    [InlineData("ordered_date", "2024/1/5", "2024-01-05")]
    [InlineData("ordered_date", "2024-01-05 00:00:00.000", "2024-01-05")]
    [InlineData("ordered_date", "2024-01-05T23:59:00+02:00", "2024-01-05")]
    [InlineData("recorded_at", "2024-01-05T10:00:00+02:00", "2024-01-05 08:00:00")]
    [InlineData("recorded_at", "2024-01-05 10:00", "2024-01-05 10:00:00")]
    [InlineData("is_cancelled", "Yes", "true")]
    [InlineData("is_cancelled", "0", "false")]
    [InlineData("order_id", " A-1 ", " A-1 ")]
    [InlineData("order_id", "NULL", "NULL")]
    public void A_value_that_means_one_thing_is_taken(string column, string value, string expected)
    {
        PreparedMapping mapping = _room.With("orders.csv", OrderLines.With(column, value)).Prepared(OrderLines.Mapping);

        Assert.Equal(0, mapping.DryRun().BadRows);
        Assert.Equal([expected], _room.Rows($"SELECT CAST({column} AS VARCHAR) FROM ({MappingRoom.Feed(mapping, "sales_order_line").Sql}) WHERE source_id = '2'"));
    }

    [Fact]
    public void A_value_outside_the_allowed_list_is_bad()
    {
        _room.With("tickets.csv", "id,day,state\n1,2024-01-30,open\n2,2024-01-31,Open\n3,2024-02-01,closed\n");
        PreparedMapping mapping = _room.Prepared(Yaml("tickets.csv", "ticket", "source_id: id, created_date: day, status: state"));

        ReasonCount reason = Assert.Single(Assert.Single(mapping.DryRun().Entries).Reasons);

        Assert.Equal("value-not-allowed", reason.Code);
        Assert.Equal("Row 3 of tickets.csv: status \"Open\" must be one of open, waiting, resolved, closed, cancelled.", reason.Example);
    }

    [Fact]
    public void A_value_above_its_maximum_is_bad()
    {
        _room.With("answers.csv", "id,day,score\n1,2024-01-30,5\n2,2024-01-31,7\n");
        PreparedMapping mapping = _room.Prepared(Yaml("answers.csv", "survey", "source_id: id, answered_date: day, csat: score"));

        ReasonCount reason = Assert.Single(Assert.Single(mapping.DryRun().Entries).Reasons);

        Assert.Equal(("above-maximum", "Row 3 of answers.csv: csat \"7\" must be a whole number from 1 to 5."), (reason.Code, reason.Example));
    }

    [Fact]
    public void A_text_that_is_too_long_is_bad_and_shown_short()
    {
        PreparedMapping mapping = _room.With("orders.csv", OrderLines.With("order_id", new string('长', 4001))).Prepared(OrderLines.Mapping);

        ReasonCount reason = Assert.Single(Assert.Single(mapping.DryRun().Entries).Reasons);

        Assert.Equal("text-too-long", reason.Code);
        Assert.Equal($"Row 3 of orders.csv: order_id \"{new string('长', 200)}\" must be a text of at most 4000 characters.", reason.Example);
    }

    [Fact]
    public void A_column_that_changes_its_type_half_way_is_bad_from_there_on()
    {
        IEnumerable<string> lines = Enumerable.Range(1, 5000).Select(i => $"{i},2024-01-30,A,{(i <= 3000 ? "5" : "five")}");
        _room.With("orders.csv", "id,day,no,qty\n" + string.Join('\n', lines) + "\n");
        PreparedMapping mapping = _room.Prepared(Yaml(
            "orders.csv", "sales_order_line", "source_id: id, ordered_date: day, order_id: no, product_id: { value: P }, quantity: qty, net_amount: { value: 1 }"));

        EntryReport report = Assert.Single(mapping.DryRun().Entries);

        Assert.Equal((5000, 2000), (report.Rows, report.BadRows));
        Assert.Equal("Row 3002 of orders.csv: quantity \"five\" must be a number with at most 4 decimals and 14 digits before them.", Assert.Single(report.Reasons).Example);
    }

    [Fact]
    public void A_cast_of_the_mapping_that_fails_makes_one_bad_row_and_not_a_failed_load()
    {
        _room.With("orders.csv", OrderLines.With("quantity", "x"));
        string yaml = OrderLines.Mapping
            .Replace("quantity: quantity", "quantity: CAST(quantity AS INTEGER) * 2", StringComparison.Ordinal)
            .Replace("net_amount: \"12\"", "net_amount: CAST(quantity AS INTEGER) * 2", StringComparison.Ordinal);

        EntryReport report = Assert.Single(_room.Prepared(yaml).DryRun().Entries);

        Assert.Equal((3, 1), (report.Rows, report.BadRows));
        Assert.Equal(["expression-failed", "expression-failed"], report.Reasons.Select(reason => reason.Code));
        Assert.StartsWith("Row 3 of orders.csv: net_amount \"CAST(quantity AS INTEGER) * 2\"", report.Reasons[0].Example, StringComparison.Ordinal);
    }

    [Fact]
    public void All_bad_values_of_a_row_are_told_and_the_row_counts_once()
    {
        _room.With("orders.csv", "source_id,order_id,ordered_date,quantity\n1,,31.01.2024,x\n");
        PreparedMapping mapping = _room.Prepared(Yaml(
            "orders.csv",
            "sales_order_line",
            "source_id: source_id, order_id: order_id, ordered_date: ordered_date, quantity: quantity, product_id: { value: P }, net_amount: { value: 1 }"));

        EntryReport report = Assert.Single(mapping.DryRun().Entries);

        Assert.Equal((1, 1, 3), (report.Rows, report.BadRows, report.Reasons.Count));
        string sql = $"SELECT _file, _line, _error FROM ({MappingRoom.Feed(mapping, "sales_order_line").Sql})";
        const string expected = """
            orders.csv|2|[{"column":"order_id","value":null,"code":"missing-value","allowed":"a text of at most 4000 characters"},
            {"column":"ordered_date","value":"31.01.2024","code":"date-format","allowed":"a date like 2024-01-31"},
            {"column":"quantity","value":"x","code":"not-a-number","allowed":"a number with at most 4 decimals and 14 digits before them"}]
            """;
        Assert.Equal([expected.ReplaceLineEndings("")], _room.Rows(sql).Order());
    }

    [Fact]
    public void Typed_files_are_held_to_the_same_rules()
    {
        _room.Execute($"""
            COPY (SELECT * FROM (VALUES
              (1, DATE '2024-01-30', CAST(1 AS DOUBLE), CAST(1.5 AS DECIMAL(9,6)), 1, 1),
              (2, DATE '2024-01-30', CAST('NaN' AS DOUBLE), CAST(1.5 AS DECIMAL(9,6)), 1, 1),
              (3, DATE '2024-01-30', CAST(1e15 AS DOUBLE), CAST(1.5 AS DECIMAL(9,6)), 1, 1),
              (4, DATE '2024-01-30', CAST(1 AS DOUBLE), CAST(1.123456 AS DECIMAL(9,6)), 1, 1),
              (5, CAST('infinity' AS DATE), CAST(1 AS DOUBLE), CAST(1.5 AS DECIMAL(9,6)), 1, 1),
              (6, DATE '2024-01-30', CAST(1 AS DOUBLE), CAST(1.5 AS DECIMAL(9,6)), 2.5, 1),
              (7, DATE '2024-01-30', CAST(1 AS DOUBLE), CAST(1.5 AS DECIMAL(9,6)), 1, 2),
              (8, NULL, CAST(1 AS DOUBLE), CAST(1.5 AS DECIMAL(9,6)), 1, NULL)) AS t(id, day, qty, net, line, cancelled))
            TO '{Path.Combine(_room.Folder, "orders.parquet")}' (FORMAT parquet)
            """);
        PreparedMapping mapping = _room.Prepared(Yaml(
            "orders.parquet",
            "sales_order_line",
            "source_id: id, order_id: { value: A }, ordered_date: day, quantity: qty, product_id: { value: P }, net_amount: net, line_number: line, is_cancelled: cancelled"));

        string sql = $"SELECT source_id, json_extract_string(_error, '$[0].code') FROM ({MappingRoom.Feed(mapping, "sales_order_line").Sql}) ORDER BY source_id";

        Assert.Equal(
            ["1|~", "2|not-finite", "3|number-too-large", "4|too-many-decimals", "5|date-out-of-range", "6|not-whole", "7|not-a-boolean", "8|missing-value"],
            _room.Rows(sql));
    }

    private static string Yaml(string file, string feed, string columns) =>
        $$"""
        system: erp
        currency: CNY
        tables: { rows: { file: {{file}} } }
        feeds: { {{feed}}: { from: rows, columns: { {{columns}} } } }
        """;

    private string[] GoodRows(PreparedMapping mapping) =>
        _room.Rows($"SELECT source_id, CAST(ordered_date AS VARCHAR) FROM ({MappingRoom.Feed(mapping, "sales_order_line").Sql}) WHERE _error IS NULL ORDER BY source_id");
}
