using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Folding;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Folding;

public sealed class RowFoldingTests
{
    private static readonly Dictionary<string, ITextNumbering> None = [];

    [Theory]
    [InlineData("SELECT i AS key, CAST(i % 1000 AS DECIMAL(18, 2)) AS value FROM range(3000000) AS t(i)")]
    [InlineData("SELECT i AS key, CASE WHEN i % 3 = 0 THEN CAST(i AS DECIMAL(38, 4)) END AS value FROM range(1000001) AS t(i) WHERE i % 7 <> 2")]
    [InlineData("SELECT i AS key, CAST(NULL AS DECIMAL(9, 1)) AS value FROM range(5) AS t(i)")]
    [InlineData("SELECT i AS key, CAST(i AS DECIMAL(9, 1)) AS value FROM range(5) AS t(i) WHERE i > 5")]
    public void Every_row_is_folded_once_by_however_many_threads(string sql)
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand(sql);

        SumFold folded = command.Fold(["key", "value"], None, () => new SumFold());

        Assert.Equal(sql, command.CommandText);
        Assert.Equal(connection.Scalar($"SELECT count(*) FROM ({sql})"), folded.Rows);
        Assert.Equal(connection.Scalar($"SELECT CAST(coalesce(sum(key), 0) AS VARCHAR) FROM ({sql})"), $"{folded.Keys}");
        Assert.Equal(
            connection.Scalar($"SELECT CAST(CAST(coalesce(sum(value), 0) * 10000 AS DECIMAL(38, 0)) AS VARCHAR) FROM ({sql})"),
            $"{folded.Values * (Int128)Math.Pow(10, 4 - folded.Scale)}");
    }

    [Fact]
    public void Values_are_bound_by_name_as_in_the_statement_itself()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT i AS key, i AS value FROM range(10) AS t(i) WHERE i >= $from");
        command.Parameters.Add("from", 7);

        Assert.Equal(3, command.Fold(["key", "value"], None, () => new SumFold()).Rows);
        Assert.Equal("from", Assert.Single(command.Parameters.Cast<DuckDbParameter>()).BareName);
    }

    [Fact]
    public void Texts_come_as_their_numbers_and_a_null_as_0()
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Execute(
            """
            CREATE TABLE t AS SELECT CASE WHEN i % 5 = 0 THEN NULL WHEN i % 2 = 0 THEN 'even' ELSE 'an odd number that is long' END AS text, CAST(NULL AS VARCHAR) AS nothing
            FROM range(300000) AS t(i);
            CHECKPOINT
            """);
        using DuckDbCommand command = connection.CreateCommand("SELECT text, nothing FROM t");
        Numbering texts = new();
        Numbering nothing = new();

        CountFold folded = command.Fold(["text", "nothing"], new Dictionary<string, ITextNumbering> { ["text"] = texts, ["nothing"] = nothing }, () => new CountFold());

        Assert.Equal(3, folded.Counts.Count);
        Assert.Equal(60_000, folded.Counts[(0, 0)]);
        Assert.Equal(120_000, folded.Counts[(texts.Of("even"), 0)]);
        Assert.Equal(120_000, folded.Counts[(texts.Of("an odd number that is long"), 0)]);
        Assert.False(nothing.WasAsked);
    }

    [Fact]
    public void What_a_fold_throws_ends_the_statement_and_is_thrown()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT i AS key, i AS value FROM range(1000000) AS t(i)");

        Assert.Equal("enough", Assert.Throws<InvalidOperationException>(() => command.Fold(["key", "value"], None, () => new SumFold { Most = 100_000 })).Message);
        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void An_error_of_the_statement_is_told_as_ever()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT i AS key, CAST('x' || i AS INTEGER) AS value FROM range(10) AS t(i)");

        Assert.Contains("x0", Assert.Throws<WarehouseException>(() => command.Fold(["key", "value"], None, () => new SumFold())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_stops_the_folding_and_the_connection_goes_on()
    {
        using DuckDbConnection connection = Memory.Open();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        using DuckDbCommand command = connection.CreateCommand("SELECT i AS key, j AS value FROM range(10000000) AS a(i), range(10000000) AS b(j) WHERE (i * j) % 7 = 3");

        Assert.ThrowsAny<OperationCanceledException>(() => command.Fold(["key", "value"], None, () => new SumFold(), cancellation.Token));
        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void Statements_that_nobody_folds_cannot_call_the_functions()
    {
        using DuckDbConnection connection = Memory.Open();

        Assert.Contains("No rows are folded under the number 77", Assert.Throws<WarehouseException>(() => connection.Scalar("SELECT fold_rows(1, 77)")).Message, StringComparison.Ordinal);
        Assert.Contains("No rows are folded under the number 77", Assert.Throws<WarehouseException>(() => connection.Scalar("SELECT number_of_text('a', 77, 0)")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(RowFolding.MostColumns + 1)]
    public void A_number_of_columns_that_cannot_be_folded_is_refused(int columns)
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT 1 AS key");

        ArgumentException error = Assert.Throws<ArgumentException>(() => command.Fold([.. Enumerable.Repeat("key", columns)], None, () => new SumFold()));
        Assert.StartsWith($"The statement has {columns} columns; 1 to 40 can be folded.", error.Message, StringComparison.Ordinal);
    }

    private sealed class SumFold : IRowFold<SumFold>
    {
        public long Most { get; init; } = long.MaxValue;

        public long Rows { get; private set; }

        public Int128 Keys { get; private set; }

        public Int128 Values { get; private set; }

        public int Scale { get; private set; }

        public void Add(DataChunk rows)
        {
            Rows += rows.Count;
            if (Rows > Most)
            {
                throw new InvalidOperationException("enough");
            }

            (ColumnVector keys, ColumnVector values) = (rows.Vector(0), rows.Vector(1));
            Scale = values.Type.Scale;
            for (int i = 0; i < rows.Count; i++)
            {
                Keys += keys.Integer(i);
                Values += values.IsNull(i) ? 0 : values.Integer(i);
            }
        }

        public void Merge(SumFold other)
        {
            Rows += other.Rows;
            Keys += other.Keys;
            Values += other.Values;
        }
    }

    private sealed class CountFold : IRowFold<CountFold>
    {
        public Dictionary<(int Text, int Nothing), int> Counts { get; } = [];

        public void Add(DataChunk rows)
        {
            (ColumnVector texts, ColumnVector nothing) = (rows.Vector(0), rows.Vector(1));
            for (int i = 0; i < rows.Count; i++)
            {
                Add((texts.Values<int>()[i], nothing.Values<int>()[i]), 1);
            }
        }

        public void Merge(CountFold other)
        {
            foreach (((int Text, int Nothing) numbers, int count) in other.Counts)
            {
                Add(numbers, count);
            }
        }

        private void Add((int Text, int Nothing) numbers, int count) => Counts[numbers] = Counts.GetValueOrDefault(numbers) + count;
    }

    private sealed class Numbering : ITextNumbering
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly Lock _gate = new();

        public bool WasAsked { get; private set; }

        public int Of(string text) => _numbers[text];

        public void Number(ColumnVector texts, Span<int> numbers)
        {
            lock (_gate)
            {
                WasAsked = true;
                for (int i = 0; i < numbers.Length; i++)
                {
                    numbers[i] = texts.IsNull(i) ? 0 : Numbered(texts.Text(i));
                }
            }
        }

        private int Numbered(string text)
        {
            _numbers.TryAdd(text, _numbers.Count + 1);
            return _numbers[text];
        }
    }
}
