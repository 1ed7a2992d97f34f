using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Columns;

public sealed class ChunkAppenderTests
{
    private const string Rows = """
        SELECT i AS id, CASE WHEN i % 3 <> 0 THEN 'name ' || repeat(i::VARCHAR, 3) END AS name, CASE WHEN i % 5 <> 0 THEN (i / 7)::DECIMAL(18,2) END AS amount,
               CASE WHEN i % 7 <> 0 THEN DATE '2020-01-01' + (i % 900)::INTEGER END AS sold_on, TIMESTAMP '2020-01-01' + INTERVAL (i) SECOND AS sold_at,
               CASE WHEN i % 2 <> 0 THEN i % 4 = 1 END AS flag, i / 3.0::DOUBLE AS share, (i * 1e20)::DECIMAL(38,4) AS wide, uuid_text::UUID AS id2
        FROM (SELECT i, md5(i::VARCHAR) AS uuid_text FROM range(10000) AS t(i))
        """;

    [Fact]
    public void Chunks_of_one_database_arrive_in_another_unchanged()
    {
        using DuckDbConnection source = Memory.Open();
        using DuckDbConnection target = Memory.Open();
        target.Execute($"CREATE TABLE t AS {Rows} LIMIT 0");
        Forward(source, Rows, target, "t");

        Assert.Equal(Fingerprint(source, $"({Rows})"), Fingerprint(target, "t"));
    }

    [Fact]
    public void Chosen_columns_are_filled_and_the_others_get_their_defaults()
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Execute("CREATE TABLE t (id BIGINT, origin VARCHAR DEFAULT 'unknown', name VARCHAR, qty INTEGER)");
        using (DuckDbTransaction transaction = connection.BeginTransaction())
        using (ChunkAppender appender = ChunkAppender.ToTable(transaction, "t", "name", "id"))
        using (var rows = new ChunkWriter(appender.Types))
        {
            rows.SetText(0, 0, "合肥");
            rows.SetNull(0, 1);
            new long[] { 5, 6 }.CopyTo(rows.Values<long>(1));
            rows.Count = 2;
            appender.Append(rows);
            appender.Close();
            transaction.Commit();
        }

        Assert.Equal("5,unknown,合肥,;6,unknown,,", connection.Scalar(
            "SELECT string_agg(id || ',' || origin || ',' || coalesce(name, '') || ',' || coalesce(qty::VARCHAR, ''), ';' ORDER BY id) FROM t"));
    }

    [Fact]
    public void Columns_of_a_chunk_that_was_taken_are_shown_beside_written_ones()
    {
        using DuckDbConnection source = Memory.Open();
        using DuckDbConnection target = Memory.Open();
        target.Execute("CREATE TABLE t (name VARCHAR, key INTEGER)");
        List<DataChunk> taken = [];
        using (DuckDbCommand command = source.CreateCommand("SELECT i, CASE WHEN i % 3 <> 0 THEN 'longer than twelve bytes ' || i END AS name FROM range(5000) AS t(i)"))
        using (ResultChunks chunks = command.ExecuteChunks())
        {
            while (chunks.MoveNext())
            {
                taken.Add(chunks.TakeCurrent());
                Assert.Throws<InvalidOperationException>(() => chunks.Current);
            }

            Assert.False(chunks.MoveNext());
        }

        using (DuckDbTransaction transaction = target.BeginTransaction())
        using (ChunkAppender appender = ChunkAppender.ToTable(transaction, "t"))
        using (ChunkWriter rows = new(appender.Types))
        {
            int key = 0;
            foreach (DataChunk chunk in taken)
            {
                rows.Reset();
                rows.Show(0, chunk.Vector(1));
                Assert.Throws<ArgumentException>(() => rows.Show(1, chunk.Vector(0)));
                Enumerable.Range(key, chunk.Count).ToArray().CopyTo(rows.Values<int>(1));
                key += chunk.Count;
                rows.Count = chunk.Count;
                appender.Append(rows);
                chunk.Dispose();
            }

            appender.Close();
            transaction.Commit();
        }

        Assert.Equal(0L, target.Scalar("SELECT count(*) FROM t WHERE name IS DISTINCT FROM CASE WHEN key % 3 <> 0 THEN 'longer than twelve bytes ' || key END"));
        Assert.Equal(5000L, target.Scalar("SELECT count(DISTINCT key) FROM t"));
    }

    [Fact]
    public void A_writer_that_is_reset_has_no_rows_and_no_nulls()
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Execute("CREATE TABLE t (n INTEGER)");
        using DuckDbTransaction transaction = connection.BeginTransaction();
        using ChunkAppender appender = ChunkAppender.ToTable(transaction, "t");
        using var rows = new ChunkWriter(appender.Types);
        for (int round = 0; round < 3; round++)
        {
            rows.Values<int>(0).Fill(round);
            rows.SetNull(0, round);
            rows.Count = ChunkWriter.Capacity;
            appender.Append(rows);
            rows.Reset();
        }

        appender.Close();
        transaction.Commit();

        Assert.Equal(3 * ChunkWriter.Capacity, appender.RowCount);
        Assert.Equal("0:2047,1:2047,2:2047", connection.Scalar("SELECT string_agg(n || ':' || c, ',' ORDER BY n) FROM (SELECT n, count(*) AS c FROM t WHERE n IS NOT NULL GROUP BY n)"));
    }

    [Fact]
    public void Appended_rows_can_go_through_a_merge()
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Execute("CREATE TABLE stock (item VARCHAR, qty BIGINT); INSERT INTO stock VALUES ('a', 1), ('b', 2)");
        using DuckDbTransaction transaction = connection.BeginTransaction();
        using ChunkAppender appender = ChunkAppender.ToStatement(
            transaction,
            "MERGE INTO stock USING appended AS a ON stock.item = a.item WHEN MATCHED THEN UPDATE SET qty = stock.qty + a.qty WHEN NOT MATCHED THEN INSERT VALUES (a.item, a.qty)",
            [new ResultColumn("item", ColumnType.Of(DuckDbType.Varchar)), new ResultColumn("qty", ColumnType.Of(DuckDbType.BigInt))]);
        using var rows = new ChunkWriter(appender.Types);
        rows.SetText(0, 0, "b");
        rows.SetText(0, 1, "c");
        new long[] { 10, 20 }.CopyTo(rows.Values<long>(1));
        rows.Count = 2;
        appender.Append(rows);
        appender.Close();
        transaction.Commit();

        Assert.Equal("a1 b12 c20", connection.Scalar("SELECT string_agg(item || qty, ' ' ORDER BY item) FROM stock"));
    }

    [Fact]
    public void An_enum_is_written_by_its_code_or_as_text_that_the_engine_casts()
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Execute("CREATE TABLE t (n INTEGER, channel ENUM('reseller', 'internet'))");
        using DuckDbTransaction transaction = connection.BeginTransaction();
        using (ChunkAppender appender = ChunkAppender.ToTable(transaction, "t"))
        using (var coded = new ChunkWriter(appender.Types))
        using (var spelled = new ChunkWriter([ColumnType.Of(DuckDbType.Integer), ColumnType.Of(DuckDbType.Varchar)]))
        {
            coded.Values<byte>(1)[0] = 1;
            coded.SetNull(1, 1);
            coded.Count = 2;
            appender.Append(coded);
            spelled.SetText(1, 0, "reseller");
            spelled.Count = 1;
            appender.Append(spelled);
            appender.Close();
        }

        transaction.Commit();
        Assert.Equal("internet,NULL,reseller", connection.Scalar("SELECT string_agg(coalesce(channel::VARCHAR, 'NULL'), ',' ORDER BY rowid) FROM t"));
    }

    [Fact]
    public void An_append_outside_a_transaction_is_refused()
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Execute("CREATE TABLE t (n INTEGER)");
        DuckDbTransaction transaction = connection.BeginTransaction();
        transaction.Rollback();

        Assert.Throws<InvalidOperationException>(() => ChunkAppender.ToTable(transaction, "t"));
    }

    [Fact]
    public void A_broken_constraint_surfaces_when_the_append_is_closed()
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Execute("CREATE TABLE t (n INTEGER NOT NULL)");
        using DuckDbTransaction transaction = connection.BeginTransaction();
        using ChunkAppender appender = ChunkAppender.ToTable(transaction, "t");
        using var rows = new ChunkWriter(appender.Types);
        rows.SetNull(0, 0);
        rows.Count = 1;
        appender.Append(rows);

        WarehouseException error = Assert.Throws<WarehouseException>(appender.Close);

        Assert.Equal(WarehouseErrorKind.Constraint, error.Kind);
    }

    [Fact]
    public void Text_that_is_not_utf8_is_refused_where_the_engine_would_write_null()
    {
        using var rows = new ChunkWriter([ColumnType.Of(DuckDbType.Varchar), ColumnType.Of(DuckDbType.Blob)]);

        Assert.Throws<ArgumentException>(() => rows.SetUtf8(0, 0, [0xC3, 0x28]));
        rows.SetUtf8(1, 0, [0xC3, 0x28]);
    }

    [Fact]
    public void A_table_that_is_not_there_is_named()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbTransaction transaction = connection.BeginTransaction();

        WarehouseException error = Assert.Throws<WarehouseException>(() => ChunkAppender.ToTable(transaction, "fact_nothing"));

        Assert.Contains("fact_nothing", error.Message, StringComparison.Ordinal);
    }

    private static void Forward(DuckDbConnection source, string sql, DuckDbConnection target, string table)
    {
        using DuckDbTransaction transaction = target.BeginTransaction();
        using ChunkAppender appender = ChunkAppender.ToTable(transaction, table);
        using DuckDbCommand command = source.CreateCommand(sql);
        command.IsStreaming = true;
        using ResultChunks result = command.ExecuteChunks();
        while (result.MoveNext())
        {
            appender.Append(result.Current);
        }

        appender.Close();
        transaction.Commit();
    }

    private static object? Fingerprint(DuckDbConnection connection, string table) =>
        connection.Scalar($"SELECT count(*) || '/' || bit_xor(hash(t)) || '/' || sum(hash(t)) FROM {table} AS t");
}
