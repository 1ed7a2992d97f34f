using ProdSales.Sources.Mappings;
using ProdSales.Sources.Mappings.Reports;

namespace ProdSales.Sources.Tests.Mappings;

/// <summary>What the keys of a column do to its value.</summary>
public sealed class ColumnRuleTests : IDisposable
{
    private readonly MappingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("status: { sql: s, map: { 1: open, 9: closed } }", "1", "open")]
    [InlineData("status: { sql: s, map: { 1: open }, else: keep }", "closed", "closed")]
    [InlineData("priority: { sql: s, map: { 1: high }, else: 'null' }", "7", "~")]
    [InlineData("priority: { sql: s, map: { 1: high, 2: ~ } }", "2", "~")]
    [InlineData("priority: { sql: s, map: { 1: high } }", "", "~")]
    [InlineData("priority: { sql: s, map: levels }", "1", "urgent")]
    [InlineData("priority: { sql: s, fix: { hgih: high } }", "hgih", "high")]
    [InlineData("priority: { sql: s, fix: { hgih: high } }", "low", "low")]
    [InlineData("priority: { sql: s, fix: { hgih: high }, map: { high: 1 } }", "hgih", "1")]
    [InlineData("customer_id: { sql: s, prefix: C- }", "7", "C-7")]
    [InlineData("customer_id: { sql: s, prefix: C- }", "", "~")]
    [InlineData("customer_id: { sql: s, prefix: C-, default: none }", "", "none")]
    [InlineData("priority: { sql: s, default: normal }", "", "normal")]
    [InlineData("priority: { sql: s, default: normal }", "high", "high")]
    [InlineData("cost_amount: { sql: s, default: 0 }", "", "0.0000")]
    [InlineData("cost_amount: { sql: s, thousands: ',' }", "1,234.5", "1234.5000")]
    [InlineData("cost_amount: { sql: s, thousands: ., decimal: ',' }", "1.234,5", "1234.5000")]
    [InlineData("resolved_date: { sql: s, format: '%d.%m.%Y' }", "31.01.2024", "2024-01-31")]
    [InlineData("resolved_date: { sql: s, format: '%Y/%m/%d' }", "2015/9/2", "2015-09-02")]
    [InlineData("resolved_date: { sql: s, shift_days: -30 }", "2024-01-31", "2024-01-01")]
    [InlineData("closed_at: { sql: s, shift_days: 1 }", "2024-01-31 10:00:00", "2024-02-01 02:00:00")]
    [InlineData("closed_at: s", "2024-01-31 10:00:00", "2024-01-31 02:00:00")]
    [InlineData("closed_at: s", "2024-01-31T10:00:00Z", "2024-01-31 10:00:00")]
    [InlineData("closed_at: { sql: s, format: '%d.%m.%Y %H:%M' }", "31.01.2024 10:00", "2024-01-31 02:00:00")]
    [InlineData("closed_at: CAST(s AS TIMESTAMP)", "2024-01-31 10:00:00", "2024-01-31 02:00:00")]
    [InlineData("closed_at: CAST(s AS TIMESTAMPTZ)", "2024-01-31T23:30:00Z", "2024-01-31 23:30:00")]
    [InlineData("resolved_date: CAST(s AS TIMESTAMPTZ)", "2024-01-31T23:30:00Z", "2024-02-01")]
    [InlineData("priority: CAST(s AS DOUBLE)", "17", "17")]
    [InlineData("priority: \"concat(s, '!') -- a comment\"", "a", "a!")]
    public void A_value_becomes_what_the_rule_says(string rule, string value, string expected)
    {
        PreparedMapping mapping = Tickets(rule, value);
        string column = rule.Split(':')[0];

        Assert.Equal([$"{expected}|~"], _room.Rows($"SELECT CAST({column} AS VARCHAR), _error FROM ({Assert.Single(mapping.Feeds).Sql})"));
    }

    [Theory]
    [InlineData("status: { sql: s, map: { 1: open } }", "2", "not-in-map", "Row 2 of tickets.csv: status \"2\" must be one of 1.")]
    [InlineData("resolved_date: { sql: s, format: '%d.%m.%Y' }", "2024-01-31", "date-format", "Row 2 of tickets.csv: resolved_date \"2024-01-31\" must be a date like 2024-01-31.")]
    [InlineData("cost_amount: { sql: s, default: 0 }", "many", "not-a-number", "Row 2 of tickets.csv: cost_amount \"many\" must be a number with at most 4 decimals and 14 digits before them.")]
    [InlineData("customer_id: { sql: s, map: { a: b } }", "c", "not-in-map", "Row 2 of tickets.csv: customer_id \"c\" must be one of a.")]
    public void A_value_that_the_rule_does_not_cover_is_bad_and_shown_as_it_stands_in_the_source(string rule, string value, string code, string message)
    {
        ReasonCount reason = Assert.Single(Assert.Single(Tickets(rule, value).DryRun().Entries).Reasons);

        Assert.Equal((code, message.Replace("like 2024-01-31", rule.Contains("format", StringComparison.Ordinal) ? "written as %d.%m.%Y" : "like 2024-01-31", StringComparison.Ordinal)), (reason.Code, reason.Example));
    }

    [Fact]
    public void Rows_that_the_condition_leaves_out_are_counted_apart()
    {
        _room.With("suppliers.csv", "id,name,state\n1,Nuts,A\n2,Bolts,X\n3,Screws,\n");
        PreparedMapping mapping = _room.Prepared("""
            system: erp
            tables: { suppliers: { file: suppliers.csv } }
            feeds:
              supplier:
                from: suppliers
                where: state = 'A'
                columns: { source_id: id, name: name }
                notices: { state-missing: state IS NULL, short-name: length(name) < 5 }
            """);

        EntryReport report = Assert.Single(mapping.DryRun().Entries);

        Assert.Equal((1, 2), (report.Rows, report.LeftOut));
        Assert.Equal(["state-missing 0", "short-name 1"], report.Dirt.Select(dirt => $"{dirt.Name} {dirt.Rows}"));
    }

    [Fact]
    public void Several_entries_and_several_files_make_one_feed()
    {
        _room.With("east-1.csv", "id,name\n1,Nuts\n").With("east-2.csv", "id,name\n2,Bolts\n").With("west.csv", "no;title\n1;Screws\n");
        PreparedMapping mapping = _room.Prepared("""
            system: erp
            tables: { east: { file: east-*.csv }, west: { file: west.csv, delimiter: ; } }
            feeds:
              supplier:
                - { from: east, columns: { source_id: id, name: name } }
                - { from: west, columns: { source_id: { sql: no, prefix: W }, name: title } }
            """);

        MappedFeed feed = Assert.Single(mapping.Feeds);

        Assert.Equal("east, west", feed.Origin);
        Assert.Equal(
            ["east-1.csv|2|erp|1|Nuts", "east-2.csv|2|erp|2|Bolts", "west.csv|2|erp|W1|Screws"],
            _room.Rows($"SELECT _file, _line, source_system, source_id, name FROM ({feed.Sql}) ORDER BY 1"));
        Assert.Equal(["east-1.csv", "east-2.csv", "west.csv"], mapping.Files.Select(Path.GetFileName));
    }

    [Fact]
    public void Rows_stream_with_their_own_line_through_a_join()
    {
        _room.With("orders.csv", "id,item\n1,B\n2,A\n").With("items.csv", "item,name\nA,Nut\nB,Bolt\n");
        PreparedMapping mapping = _room.Prepared("""
            system: erp
            tables: { orders: { file: orders.csv }, items: { file: items.csv } }
            feeds: { supplier: { from: orders, join: JOIN items USING (item), columns: { source_id: id, name: items.name } } }
            """);

        Assert.Equal(
            ["orders.csv|2|1|Bolt", "orders.csv|3|2|Nut"],
            _room.Rows($"SELECT _file, _line, source_id, name FROM ({Assert.Single(mapping.Feeds).Sql}) ORDER BY 2"));
    }

    private PreparedMapping Tickets(string rule, string value)
    {
        _room.With("tickets.csv", $"id,day,s\n1,2024-01-30,\"{value}\"\n");
        string status = rule.StartsWith("status", StringComparison.Ordinal) ? "" : "status: { value: open }";
        return _room.Prepared($$"""
            system: desk
            time_zone: Asia/Shanghai
            maps:
              levels: { 1: urgent, 2: normal }
            tables:
              tickets: { file: tickets.csv, delimiter: "," }
            feeds:
              ticket:
                from: tickets
                columns:
                  source_id: id
                  created_date: day
                  {{status}}
                  {{rule}}
            """);
    }
}
