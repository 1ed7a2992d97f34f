using ProdSales.Sources.Mappings;

namespace ProdSales.Sources.Tests.Mappings;

/// <summary>Everything that can be wrong with a mapping is told before a row moves, all at once, with its line and what is allowed.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Orders = "id,day,no,item,qty,price,state\n1,2024-01-30,A,P1,5,10.00,open\n";

    private readonly MappingRoom _room = new MappingRoom().With("orders.csv", Orders).With("items.csv", "item,name\nP1,Nut\n");

    public void Dispose() => _room.Dispose();

    [Fact]
    public void All_problems_are_told_at_once_in_the_order_of_lines()
    {
        const string yaml = """
            sytem: erp
            currency: yuan
            time_zone: Peking
            tables:
              orders: { file: orders.csv, delimeter: ";" }
              returns: { file: returns.csv }
            feeds:
              sale_order_line:
                from: orders
              sales_order_line:
                from: order
                columns:
                  source_id: id
                  quantitty: qty
            """;

        string[] problems = _room.Problems(yaml);

        Assert.Equal(
            [
                """test.yaml, line 1: The mapping has the unknown key "sytem"; allowed: system, currency, group_currency, time_zone, maps, tables, feeds (did you mean "system"?).""",
                """test.yaml, line 1: The mapping must have the key "system" with a value.""",
                """test.yaml, line 2: The mapping: currency is "yuan"; it must be an ISO 4217 code of three capital letters, as in CNY.""",
                """test.yaml, line 3: The mapping: time_zone is "Peking"; it must be an IANA zone, as in Asia/Shanghai.""",
            ],
            problems[..4]);
        Assert.StartsWith("""test.yaml, line 5: table "orders" has the unknown key "delimeter"; allowed: file, format, delimiter,""", problems[4], StringComparison.Ordinal);
        Assert.EndsWith("""did you mean "delimiter"?).""", problems[4], StringComparison.Ordinal);
        Assert.StartsWith("""test.yaml, line 6: table "returns": returns.csv """, problems[5], StringComparison.Ordinal);
        Assert.StartsWith("""test.yaml, line 8: There is no feed "sale_order_line"; allowed: organisation,""", problems[6], StringComparison.Ordinal);
        Assert.Equal("""test.yaml, line 11: feed sales_order_line reads the unknown table "order"; allowed: orders (did you mean "orders"?).""", problems[7]);
        Assert.Contains(problems, problem => problem.StartsWith("test.yaml, line 12: sales_order_line from order must fill the required column \"ordered_date\" (a date like 2024-01-31).", StringComparison.Ordinal));
        Assert.StartsWith("""test.yaml, line 14: The feed sales_order_line has no column "quantitty"; allowed: source_system,""", problems[^1], StringComparison.Ordinal);
        Assert.EndsWith("""did you mean "quantity"?).""", problems[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quantity: qyt", "unknown-column", "sales_order_line.quantity: the table orders has no column \"qyt\"; allowed: id, day, no, item, qty, price, state (did you mean \"qty\"?).")]
    [InlineData("quantity: qty + + ", "bad-sql", "sales_order_line.quantity: syntax error at or near \")\"; it must be an expression of DuckDB's SQL over one row of orders.")]
    [InlineData("quantity: sum(CAST(qty AS INTEGER))", "bad-sql", "")]
    [InlineData("quantity: nosuch(qty)", "bad-sql", "sales_order_line.quantity: Scalar Function with name nosuch does not exist; it must be an expression of DuckDB's SQL over one row of orders.")]
    [InlineData("quantity: CAST(day AS DATE)", "bad-type", "sales_order_line.quantity: the expression is of type DATE, which cannot become Decimal; allowed: a number or text.")]
    [InlineData("quantity: '[qty]'", "bad-type", "sales_order_line.quantity: the expression is of type VARCHAR[], which cannot become Decimal; allowed: a number or text.")]
    [InlineData("quantity: { value: many }", "bad-value", "sales_order_line.quantity is \"many\" (not-a-number); it must be a number with at most 4 decimals and 14 digits before them.")]
    [InlineData("quantity: { sql: qty, default: none }", "bad-value", "sales_order_line.quantity is \"none\" (not-a-number); it must be a number with at most 4 decimals and 14 digits before them.")]
    [InlineData("quantity: { sql: qty, shift_days: 3 }", "misplaced-key", "sales_order_line.quantity is of type Decimal; \"shift_days\" is allowed for a date or instant only.")]
    [InlineData("quantity: { sql: qty, prefix: Q }", "misplaced-key", "sales_order_line.quantity is of type Decimal; \"prefix\" is allowed for a text only.")]
    [InlineData("quantity: { sql: qty, value: 1 }", "missing-key", "sales_order_line.quantity must have either \"sql\" or \"value\".")]
    [InlineData("quantity: { sql: qty, map: sizes }", "unknown-map", "There is no map \"sizes\"; allowed: none.")]
    [InlineData("quantity: { sql: qty, map: { a: many } }", "bad-value", "sales_order_line.quantity is \"many\" (not-a-number); it must be a number with at most 4 decimals and 14 digits before them.")]
    [InlineData("quantity: { sql: qty, map: { a: 1 }, else: drop }", "bad-value", "sales_order_line.quantity: else is \"drop\"; allowed: error, keep, null.")]
    [InlineData("quantity: [qty]", "wrong-shape", "")]
    [InlineData("quantity: ", "wrong-shape", "")]
    public void A_wrong_column_is_named_with_what_is_allowed(string column, string code, string message)
    {
        MappingProblem problem = Assert.Single(_room.Check(OrderLines(column)).Problems, problem => problem.Code != "missing-required-column");

        Assert.Equal(code, problem.Code);
        Assert.Equal(9, problem.Line);
        if (message.Length > 0)
        {
            Assert.Equal(message, problem.Message);
        }
    }

    [Fact]
    public void A_required_column_that_is_left_out_is_named_with_its_type()
    {
        MappingProblem problem = Assert.Single(_room.Check(OrderLines("line_number: \"1\"")).Problems);

        Assert.Equal(("missing-required-column", 8), (problem.Code, problem.Line));
        Assert.Equal("sales_order_line from orders must fill the required column \"quantity\" (a number with at most 4 decimals and 14 digits before them).", problem.Message);
    }

    [Theory]
    [InlineData("SELECT * FROM c", "circular-table", "The table \"a\" is derived from itself: a -> c -> a. A table may read only tables that do not read it.")]
    [InlineData("SELECT * FROM a", "circular-table", "The table \"a\" is derived from itself: a -> a. A table may read only tables that do not read it.")]
    [InlineData("SELECT * FROM ordres", "unknown-table", "table \"a\" reads the unknown table \"ordres\"; allowed: orders, a, c (did you mean \"orders\"?).")]
    [InlineData("SELEC 1", "bad-sql", "table \"a\": syntax error at or near \"SELEC\"; it must be one SELECT of DuckDB.")]
    [InlineData("DROP TABLE orders", "bad-sql", "")]
    [InlineData("SELECT nothing FROM orders", "bad-sql", "table \"a\": Referenced column \"nothing\" not found in FROM clause.")]
    public void A_wrong_derived_table_is_told_once_and_not_for_every_reader(string sql, string code, string message)
    {
        string yaml = $"""
            system: erp
            tables:
              orders: {"{"} file: orders.csv {"}"}
              a: {"{"} sql: "{sql}" {"}"}
              c: {"{"} sql: SELECT * FROM a {"}"}
            feeds:
              supplier: {"{"} from: c, columns: {"{"} source_id: id, name: item {"}"} {"}"}
            """;

        MappingProblem problem = Assert.Single(_room.Check(yaml).Problems);

        Assert.Equal((code, 4), (problem.Code, problem.Line));
        if (message.Length > 0)
        {
            Assert.Equal(message, problem.Message);
        }
    }

    [Fact]
    public void A_table_of_common_table_expressions_and_joins_finds_its_sources()
    {
        const string yaml = """
            system: erp
            tables:
              named:
                sql: WITH own AS (SELECT * FROM orders) SELECT own.*, items.name FROM own JOIN items USING (item)
              orders: { file: orders.csv }
              items: { file: items.csv }
            feeds:
              supplier: { from: named, columns: { source_id: id, name: name } }
            """;

        MappedFeed feed = Assert.Single(_room.Prepared(yaml).Feeds);

        Assert.Equal(["orders.csv|2|1|Nut"], _room.Rows($"SELECT _file, _line, source_id, name FROM ({feed.Sql})"));
        Assert.Equal(["orders", "items"], feed.Tables.Select(table => table.Name).OrderDescending());
    }

    [Theory]
    [InlineData("system: a\nsystem: b\ntables: { t: { file: orders.csv } }\nfeeds: { supplier: { from: t, columns: { source_id: id, name: no } } }", 2, "duplicate-key", "The key \"system\" stands here a second time; the first is on line 1. Each key is allowed once.")]
    [InlineData("system: a\ntables: { t: { file: orders.csv }, T: { file: orders.csv } }\nfeeds: { supplier: { from: t, columns: { source_id: id, name: no } } }", 2, "duplicate-key", "The table \"T\" stands above in other letters; SQL does not tell the two apart.")]
    [InlineData("system: [a\n", 2, "yaml-syntax", "")]
    [InlineData("- a\n- b\n", 1, "wrong-shape", "The file must hold keys with values; allowed at the top: system, currency, tables, feeds and more.")]
    [InlineData("", 1, "wrong-shape", "The file must hold keys with values; allowed at the top: system, currency, tables, feeds and more.")]
    [InlineData("system: a\ntables: { t: { sql: SELECT 1 AS id, file: x } }\nfeeds: { supplier: { from: t, columns: { source_id: id, name: id } } }", 2, "missing-key", "table \"t\" must have either \"file\" or \"sql\".")]
    [InlineData("system: a\ntables: { t: { file: orders.csv, header: maybe } }\nfeeds: { supplier: { from: t, columns: { source_id: id, name: no } } }", 2, "bad-value", "table \"t\": header is \"maybe\"; it must be true or false.")]
    [InlineData("system: a\ntables: { t: { file: orders.csv, format: word } }\nfeeds: { supplier: { from: t, columns: { source_id: id, name: no } } }", 2, "bad-value", "table \"t\": format is \"word\"; allowed: csv, tsv, delimited, ndjson, parquet, xlsx, xls, xes, sql.")]
    [InlineData("system: a\ntables: { t: { file: orders.csv } }\nfeeds: { supplier: { from: t, where: qty, columns: { source_id: id, name: no } } }", 3, "bad-type", "supplier from t, where: the expression is of type VARCHAR; it must be a condition (BOOLEAN).")]
    [InlineData("system: a\ntables: { t: { file: orders.csv } }\nfeeds: { supplier: { from: t, where: nmae = 'x', columns: { source_id: id, name: no } } }", 3, "unknown-column", "supplier from t, where: the table t has no column \"nmae\"; allowed: id, day, no, item, qty, price, state.")]
    [InlineData("system: a\ntables: { t: { file: orders.csv } }\nfeeds: { supplier: { from: t, join: JOIN u USING (id), columns: { source_id: id, name: no } } }", 3, "bad-sql", "supplier from t, join: Table with name u does not exist.")]
    [InlineData("system: a\ntables: { t: { file: orders.csv } }\nfeeds: { supplier: { from: t, notices: { odd: nmae = 'x' }, columns: { source_id: id, name: no } } }", 3, "unknown-column", "supplier from t, the notice \"odd\": the table t has no column \"nmae\"; allowed: id, day, no, item, qty, price, state.")]
    [InlineData("system: a\ntables: { t: { file: orders.csv } }\nfeeds: { supplier: { from: t, columns: { source_id: *id, name: no } } }", 3, "alias", "The alias \"*id\" is not allowed; write the value out, or use a named map under \"maps\".")]
    [InlineData("system: a\ncurrency: USD\ngroup_currency: CNY\ntables: { t: { file: orders.csv } }\nfeeds: { opportunity: { from: t, columns: { source_id: id, created_date: day, outcome: state } } }", 5, "exchange-rate-missing", "opportunity from t must fill \"exchange_rate\": only rows in the group currency (CNY) may leave it out.")]
    [InlineData("system: a\nfeeds: { supplier: { from: t, columns: { source_id: id, name: no } } }", 1, "missing-key", "The mapping must have the key \"tables\" with at least one entry.")]
    public void A_wrong_file_is_told_with_line_and_cure(string yaml, int line, string code, string message)
    {
        MappingProblem problem = _room.Check(yaml).Problems[0];

        Assert.Equal((code, line), (problem.Code, problem.Line));
        if (message.Length > 0)
        {
            Assert.Equal(message, problem.Message);
        }
    }

    private static string OrderLines(string column) => $$"""
        system: erp
        currency: CNY
        tables:
          orders: { file: orders.csv }
        feeds:
          sales_order_line:
            from: orders
            columns:
              {{column}}
              source_id: id
              ordered_date: day
              order_id: no
              product_id: item
              net_amount: price
        """;
}
