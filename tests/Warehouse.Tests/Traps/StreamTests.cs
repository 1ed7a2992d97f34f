using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Traps;

/// <summary>Trap 3: another statement on its connection ends a stream early, and an error looks like the end.</summary>
public sealed class StreamTests
{
    private const string TenMillion = "SELECT i FROM range(10000000) AS t(i)";

    [Fact]
    public void The_engine_itself_ends_a_stream_when_its_connection_runs_another_statement()
    {
        using DuckDbConnection connection = Memory.Open();
        LibDuckDb.Prepare(connection.Handle, TenMillion, out PreparedHandle statement);
        LibDuckDb.PendingPreparedStreaming(statement, out PendingHandle pending);
        NativeResult stream = default;
        Assert.Equal(NativeState.Success, LibDuckDb.ExecutePending(pending, ref stream));
        long rows = Fetched(stream);

        NativeResult other = default;
        LibDuckDb.Query(connection.Handle, "SELECT 1", ref other);
        LibDuckDb.DestroyResult(ref other);
        for (long fetched = Fetched(stream); fetched > 0; fetched = Fetched(stream))
        {
            rows += fetched;
        }

        Assert.InRange(rows, 1, 9_999_999);
        LibDuckDb.DestroyResult(ref stream);
        pending.Dispose();
        statement.Dispose();
    }

    [Fact]
    public void A_second_command_is_refused_while_a_stream_is_open_and_the_stream_is_whole()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand(TenMillion);
        command.IsStreaming = true;
        long rows = 0;
        using (ResultChunks stream = command.ExecuteChunks())
        {
            Assert.True(stream.MoveNext());
            InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => connection.Scalar("SELECT 1"));
            Assert.Contains("in use by another command", error.Message, StringComparison.Ordinal);
            do
            {
                rows += stream.Current.Count;
            }
            while (stream.MoveNext());
        }

        Assert.Equal(10_000_000, rows);
        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void A_stream_that_fails_on_its_way_says_so_instead_of_ending()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT CASE WHEN i = 900000 THEN 'x' ELSE i::VARCHAR END::INTEGER AS n FROM range(1000000) AS t(i)");
        command.IsStreaming = true;
        using (ResultChunks stream = command.ExecuteChunks())
        {
            WarehouseException error = Assert.Throws<WarehouseException>(() => Drain(stream));
            Assert.Equal(WarehouseErrorKind.Value, error.Kind);
        }

        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void A_stream_is_cancelled_by_its_token_and_its_connection_goes_on()
    {
        using DuckDbConnection connection = Memory.Open();
        using var cancellation = new CancellationTokenSource();
        using DuckDbCommand command = connection.CreateCommand(TenMillion);
        command.IsStreaming = true;
        using (ResultChunks stream = command.ExecuteChunks(cancellation.Token))
        {
            Assert.True(stream.MoveNext());
            cancellation.Cancel();
            Assert.ThrowsAny<OperationCanceledException>(() => Drain(stream));
        }

        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void Nested_and_constant_vectors_of_a_stream_read_like_those_of_a_result_in_memory()
    {
        const string Sql = "SELECT i, [1, 2] AS constant, [i, NULL] AS list, {'a': 'x', 'b': [i]} AS s, 'same text for every row' AS t, NULL::INTEGER AS n FROM range(5000) AS r(i)";
        using DuckDbConnection connection = Memory.Open();

        Assert.Equal(Rows(connection, Sql, isStreaming: false), Rows(connection, Sql, isStreaming: true));
    }

    private static string Rows(DuckDbConnection connection, string sql, bool isStreaming)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        command.IsStreaming = isStreaming;
        using DuckDbDataReader reader = command.ExecuteReader();
        var text = new System.Text.StringBuilder();
        while (reader.Read())
        {
            var fields = (Dictionary<string, object?>)reader.GetValue(3);
            text.Append(reader.GetValue(0)).Append('|').AppendJoin(',', reader.GetFieldValue<int?[]>(1)).Append('|').AppendJoin(',', reader.GetFieldValue<long?[]>(2))
                .Append('|').Append(fields["a"]).AppendJoin(',', (long?[])fields["b"]!).Append('|').Append(reader.GetString(4)).Append(reader.IsDBNull(5)).Append('\n');
        }

        return text.ToString();
    }

    private static long Fetched(NativeResult result)
    {
        using ChunkHandle chunk = LibDuckDb.FetchChunk(result);
        return chunk.IsInvalid ? 0 : (long)LibDuckDb.ChunkSize(chunk);
    }

    private static void Drain(ResultChunks chunks)
    {
        while (chunks.MoveNext())
        {
        }
    }
}
