using FsCheck;
using FsCheck.Fluent;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Columns;

public sealed class RoundTripTests
{
    [Fact]
    public void What_is_appended_by_column_is_read_by_column_by_row_and_by_the_engine() =>
        Prop.ForAll<Row[]>(rows =>
        {
            using DuckDbConnection connection = Memory.Open("threads=1");
            connection.Execute("CREATE TABLE t (n BIGINT, text VARCHAR, amount DECIMAL(38,3), flag BOOLEAN)");
            Append(connection, rows);
            return rows.SequenceEqual(ByColumn(connection)) && rows.SequenceEqual(ByRow(connection)) && TellsTheSame(connection, rows);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static void Append(DuckDbConnection connection, Row[] rows)
    {
        using DuckDbTransaction transaction = connection.BeginTransaction();
        using ChunkAppender appender = ChunkAppender.ToTable(transaction, "t");
        using var chunk = new ChunkWriter(appender.Types);
        for (int i = 0; i < rows.Length; i++)
        {
            Write(chunk, i, rows[i]);
        }

        chunk.Count = rows.Length;
        appender.Append(chunk);
        appender.Close();
        transaction.Commit();
    }

    private static void Write(ChunkWriter chunk, int i, Row row)
    {
        chunk.Values<long>(0)[i] = row.N;
        chunk.SetText(1, i, row.Clean);
        chunk.Values<Int128>(2)[i] = row.Unscaled;
        if (row.Flag is bool flag)
        {
            chunk.Values<bool>(3)[i] = flag;
        }
        else
        {
            chunk.SetNull(3, i);
        }
    }

    private static List<Row> ByColumn(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT n, text, amount, flag FROM t ORDER BY rowid");
        using ResultChunks chunks = command.ExecuteChunks();
        var rows = new List<Row>();
        while (chunks.MoveNext())
        {
            ColumnVector n = chunks.Current.Vector(0);
            ColumnVector text = chunks.Current.Vector(1);
            ColumnVector amount = chunks.Current.Vector(2);
            ColumnVector flag = chunks.Current.Vector(3);
            for (int i = 0; i < chunks.Current.Count; i++)
            {
                rows.Add(new Row(
                    n.Values<long>()[i], text.IsNull(i) ? null : text.Text(i), (long)amount.Values<Int128>()[i], flag.IsNull(i) ? null : flag.Values<bool>()[i]));
            }
        }

        return rows;
    }

    private static List<Row> ByRow(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT n, text, amount, flag FROM t ORDER BY rowid");
        using DuckDbDataReader reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
        {
            rows.Add(new Row(reader.GetInt64(0), reader.GetFieldValue<string?>(1), (long)(reader.GetFieldValue<decimal>(2) * 1000), reader.GetFieldValue<bool?>(3)));
        }

        return rows;
    }

    private static bool TellsTheSame(DuckDbConnection connection, Row[] rows)
    {
        using DuckDbCommand command = connection.CreateCommand(
            "SELECT count(text), coalesce(sum(strlen(text)), 0), coalesce(sum(n % 1000), 0), count(*) FILTER (flag) FROM t");
        using DuckDbDataReader reader = command.ExecuteReader();
        reader.Read();
        return reader.GetInt64(0) == rows.Count(r => r.Clean is not null)
            && reader.GetInt64(1) == rows.Sum(r => (long)System.Text.Encoding.UTF8.GetByteCount(r.Clean ?? ""))
            && reader.GetInt64(2) == rows.Sum(r => r.N % 1000)
            && reader.GetInt64(3) == rows.Count(r => r.Flag == true);
    }

    /// <summary>A row with any values; text is compared as it survives UTF-8, which has no lone surrogates.</summary>
    public sealed record Row(long N, string? Text, long Unscaled, bool? Flag)
    {
        /// <summary>The text without halves of surrogate pairs.</summary>
        public string? Clean => Text is null ? null : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(Text));

        /// <inheritdoc/>
        public bool Equals(Row? other) => other is not null && (N, Clean, Unscaled, Flag) == (other.N, other.Clean, other.Unscaled, other.Flag);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(N, Clean, Unscaled, Flag);
    }
}
