using System.Globalization;
using ProdSales.Semantics;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Folding;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.Explaining;

/// <summary>Rows are added up by every combination of parts as SQL groups them, however many combinations there are and whatever stands in the rows.</summary>
public sealed class LeafFoldTests
{
    private static readonly Dimension Tier = ExplainedQuestions.Model.Dimension("tier")!;

    [Theory]
    [InlineData("more rows than one thread packs", 9_000_000, "hash(i) % 50", "'channel ' || hash(i, 'c') % 3", "CAST(hash(i, 'n') % 2000000 AS BIGINT) - 1000000")]
    [InlineData("texts that come up one after the other", 300_000, "hash(i) % 50", "'channel ' || i // 1000", "CAST(hash(i, 'n') % 2000000 AS BIGINT) - 1000000")]
    [InlineData("more combinations than have cells", 300_000, "hash(i) % 5000", "'a text that is longer than twelve ' || hash(i, 'c') % 1500", "CAST(hash(i, 'n') % 100 AS DECIMAL(18, 2))")]
    [InlineData("keys that are null or unknown", 300_000, "CASE WHEN i % 7 > 0 THEN hash(i) % 5500 END", "CASE WHEN i % 5 > 0 THEN 'channel ' || i % 4 END", "CAST(hash(i, 'n') % 100 AS DECIMAL(9, 1))")]
    [InlineData("numbers that are too large to be packed", 300_000, "hash(i) % 50", "'channel ' || hash(i, 'c') % 3", "CAST(hash(i, 'n') % 1000000000 * CASE WHEN i % 9 = 0 THEN 10000000000 WHEN i % 3 = 0 THEN 10000 ELSE 1 END AS DECIMAL(38, 0)) - 7")]
    [InlineData("floating numbers", 300_000, "hash(i) % 50", "'channel ' || hash(i, 'c') % 3", "CAST(hash(i, 'n') % 1000000 AS DOUBLE) / 8")]
    public void Every_combination_has_the_sums_of_its_rows(string what, int rows, string key, string text, string value)
    {
        using DuckDbConnection connection = new("DataSource=:memory:");
        connection.Open();
        connection.Execute(
            $"""
            CREATE TABLE r AS SELECT hash(i, 's') % 2 = 0 AS is_now, CAST({key} AS INTEGER) AS key, {text} AS text, {value} AS n, CASE WHEN i % 4 > 0 THEN {value} ELSE 0 END AS d
            FROM range({rows.ToString(CultureInfo.InvariantCulture)}) AS t(i);
            SELECT '{what}'
            """);
        TableCodes table = new([Tier], [new MemberCodes(Tier)]);
        using (DuckDbCommand members = connection.CreateCommand("SELECT CAST(i AS INTEGER) AS part_key, 'member ' || i AS tier FROM range(5000) AS t(i)"))
        {
            using ResultChunks chunks = members.ExecuteChunks();
            table.Read(chunks);
        }

        TextColumn texts = new();
        using DuckDbCommand command = connection.CreateCommand("SELECT is_now, key, text, n, d FROM r");
        LeafFold folded = command.Fold(
            ["is_now", "key", "text", "n", "d"], new Dictionary<string, ITextNumbering> { ["text"] = texts }, () => new LeafFold(new RowFinder([table], [texts], hasDenominator: true), 2));

        Dictionary<(int Key, string? Text), Sides> expected = Grouped(connection);
        int[][] parts = folded.Totals.Numbers.Columns();
        RowUnits units = new(folded.Scales.Numerator, folded.Scales.Denominator, 1, 1);
        Assert.Equal(expected.Count, folded.Totals.Count);
        for (int leaf = 0; leaf < folded.Totals.Count; leaf++)
        {
            (int, string?) place = (table.Codes()[0][parts[0][leaf]], texts.Numbers[parts[1][leaf]]);
            Assert.Equal(expected[place], units.Exact(folded.Totals[leaf]));
        }
    }

    [Fact]
    public void Squares_are_those_of_the_rows_whichever_way_they_were_kept()
    {
        long[] numbers = [0, 1, -1, 12_345, PackedSums.Limit - 1, 1 - PackedSums.Limit];
        PackedSums packed = default;
        LeafSums further = default;
        foreach (long number in numbers)
        {
            packed.Add(number, -number);
            further.Add((Int128)number, (Int128)(-number));
        }

        Assert.Equal(further.Tally(1, 1), packed.Unpacked().Tally(1, 1));
        Assert.Equal(numbers.Sum(number => (double)number * number), packed.Unpacked().Tally(1, 1).SquaredNumerator, 1e9);
        Assert.Equal(5, packed.Unpacked().Moments(0, 0).Rows);
    }

    [Fact]
    public void As_many_rows_as_are_packed_do_not_run_over()
    {
        PackedSums packed = default;
        for (int i = 0; i < PackedSums.MostRows; i++)
        {
            packed.Add(PackedSums.Limit - 1, 1 - PackedSums.Limit);
        }

        Tally sums = packed.Unpacked().Tally(1, 1);
        double largest = PackedSums.Limit - 1;
        Assert.Equal((PackedSums.MostRows, largest * PackedSums.MostRows, -largest * PackedSums.MostRows), (sums.Rows, sums.Numerator, sums.Denominator));
        Assert.Equal(largest * largest * PackedSums.MostRows, sums.SquaredNumerator, 1e18);
        Assert.Equal(-largest * largest * PackedSums.MostRows, sums.Product, 1e18);
        Assert.Equal(largest * largest * PackedSums.MostRows, sums.SquaredDenominator, 1e18);
    }

    [Fact]
    public void Squares_of_numbers_beyond_64_bits_do_not_depend_on_the_order_of_rows()
    {
        Int128[] numbers = [.. Enumerable.Range(1, 200).Select(i => (i % 2 == 0 ? Int128.One : (Int128)1 << 70) * i)];
        LeafSums forth = default;
        LeafSums back = default;
        for (int i = 0; i < numbers.Length; i++)
        {
            forth.Add(numbers[i], null);
            back.Add(numbers[^(i + 1)], null);
        }

        Assert.Equal(forth.Tally(1, 1), back.Tally(1, 1));
        double expected = numbers.Sum(number => (double)number * (double)number);
        Assert.Equal(1, forth.Tally(1, 1).SquaredNumerator / expected, 1e-12);
    }

    private static Dictionary<(int Key, string? Text), Sides> Grouped(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand(
            """
            SELECT key, text, is_now, CAST(sum(CAST(n AS DECIMAL(38, 6))) AS DECIMAL(38, 6)), CAST(sum(CAST(d AS DECIMAL(38, 6))) AS DECIMAL(38, 6)), count(*) FILTER (WHERE d <> 0)
            FROM r WHERE key < 5000 GROUP BY ALL
            """);
        using DuckDbDataReader reader = command.ExecuteReader();
        Dictionary<(int, string?), Sides> grouped = [];
        while (reader.Read())
        {
            Moments rows = new(reader.GetDecimal(3), reader.GetDecimal(4), reader.GetInt64(5));
            (int, string?) place = (reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetString(1));
            grouped[place] = grouped.GetValueOrDefault(place) + (reader.GetBoolean(2) ? new Sides(default, rows) : new Sides(rows, default));
        }

        return grouped;
    }
}
