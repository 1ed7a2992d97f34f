using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Tests.Readers;

/// <summary>What a script inserts into one table becomes rows, in the dialects that dumps come in.</summary>
public sealed class SqlScriptFileTests : IDisposable
{
    private static readonly ReadOptions Orders = new() { Table = "orders" };

    private readonly StagingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void A_dump_gives_names_by_its_create_and_rows_by_its_inserts()
    {
        StagedTable table = _room.Stage("dump.sql", """
            -- it's a dump; INSERT INTO orders VALUES (0);
            /* INSERT INTO orders VALUES (0, '', 0, 0); */
            CREATE TABLE customers (id int, name text);
            CREATE TABLE IF NOT EXISTS public."orders" (
                id smallint NOT NULL,
                name character varying(40) DEFAULT 'x, y)',
                freight numeric(10, 2),
                shipped date,
                CONSTRAINT pk PRIMARY KEY (id)
            );
            INSERT INTO customers VALUES (1, 'no');
            INSERT INTO orders VALUES (10248, 'O''Brien; (a, b)', -32.3799992, '1996-07-16');
            insert into public.orders values (2, E'a\nb', 1e-3, NULL), (3, N'浙江
            杭州', +4, '1996-07-17'::date);
            """, Orders);

        Assert.Equal(["id", "name", "freight", "shipped"], table.Columns.Select(column => column.Name));
        Assert.Equal(
            ["12: 10248|O'Brien; (a, b)|-32.3799992|1996-07-16", "13: 2|a\nb|1e-3|~", "13: 3|浙江\n杭州|4|1996-07-17"],
            _room.Rows().Select(row => row.Replace("\r", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Listed_columns_order_the_values()
    {
        _room.Stage("dump.sql", "INSERT `orders` (`b`, [a]) VALUES (1, 2)\nINSERT INTO orders (a) VALUES (3);", Orders);

        Assert.Equal(["1: 1|2", "2: ~|3"], _room.Rows());
        Assert.Equal(["b", "a"], _room.Strings("SELECT column_name FROM (DESCRIBE staged) LIMIT 2"));
    }

    [Fact]
    public void A_row_that_does_not_fit_is_a_defect_and_the_others_are_rows()
    {
        StagedTable table = _room.Stage(
            "dump.sql",
            "CREATE TABLE orders (a int, b int);\nINSERT INTO orders VALUES (1, 2);\nINSERT INTO orders VALUES (3);\nINSERT INTO orders VALUES (now(), 4);\nINSERT INTO orders (a, c) VALUES (5, 6);",
            Orders);

        Assert.Equal(["2: 1|2"], _room.Rows());
        Assert.Equal(
            [
                "Line 3 of dump.sql inserts 1 values into 2 columns.",
                "Line 4 of dump.sql inserts the expression now ( ); only literals are allowed.",
                "Line 5 of dump.sql inserts into the column c; the table has a, b.",
            ],
            table.Defects.Select(defect => defect.Message));
    }

    [Fact]
    public void A_table_that_is_not_there_is_refused_with_those_that_are() =>
        Assert.Equal(
            "dump.sql inserts nothing into the table \"orders\"; it has customers, products.",
            _room.Refusal("dump.sql", "CREATE TABLE customers (a int);\nINSERT INTO products VALUES (1);", Orders).Message);

    [Fact]
    public void A_text_without_end_is_refused_with_its_line() =>
        Assert.Equal(
            "dump.sql: the text or name that begins in line 2 with ' has no end.",
            _room.Refusal("dump.sql", "INSERT INTO orders VALUES (1, 'a');\nINSERT INTO orders VALUES (2, 'b);\n", Orders).Message);

    [Fact]
    public void No_table_named_is_refused() =>
        Assert.Equal("dump.sql is a SQL script; say which table of it is read.", _room.Refusal("dump.sql", "SELECT 1;").Message);
}
