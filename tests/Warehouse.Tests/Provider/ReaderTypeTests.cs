using System.Globalization;
using System.Numerics;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Provider;

public sealed class ReaderTypeTests
{
    public static TheoryData<string, object> Values => new()
    {
        { "true", true },
        { "(-128)::TINYINT", sbyte.MinValue },
        { "(-32768)::SMALLINT", short.MinValue },
        { "2147483647", int.MaxValue },
        { "(-9223372036854775808)::BIGINT", long.MinValue },
        { "255::UTINYINT", byte.MaxValue },
        { "65535::USMALLINT", ushort.MaxValue },
        { "4294967295::UINTEGER", uint.MaxValue },
        { "18446744073709551615::UBIGINT", ulong.MaxValue },
        { "79228162514264337593543950335::HUGEINT", decimal.MaxValue },
        { "(-79228162514264337593543950335)::HUGEINT", decimal.MinValue },
        { "18446744073709551616::UHUGEINT", 18446744073709551616m },
        { "1.5::FLOAT", 1.5f },
        { "0.1::DOUBLE", 0.1 },
        { "(-12.34)::DECIMAL(4,2)", -12.34m },
        { "1234567.89::DECIMAL(9,2)", 1234567.89m },
        { "(-1234567890123456.78)::DECIMAL(18,2)", -1234567890123456.78m },
        { "12345678901234567890123456.78::DECIMAL(38,2)", 12345678901234567890123456.78m },
        { "0.0000000000000000000000000001::DECIMAL(38,28)", 0.0000000000000000000000000001m },
        { "DATE '1969-12-31'", new DateOnly(1969, 12, 31) },
        { "DATE '0001-01-01'", DateOnly.MinValue },
        { "DATE '9999-12-31'", DateOnly.MaxValue },
        { "TIME '23:59:59.999999'", new TimeOnly(863999999999 - 9) },
        { "TIMESTAMP '1969-07-20 20:17:40.123456'", new DateTime(1969, 7, 20, 20, 17, 40).AddTicks(1234560) },
        { "TIMESTAMP_S '2026-11-21 08:00:00'", new DateTime(2026, 11, 21, 8, 0, 0) },
        { "TIMESTAMP_MS '2026-11-21 08:00:00.123'", new DateTime(2026, 11, 21, 8, 0, 0, 123) },
        { "TIMESTAMP_NS '2026-11-21 08:00:00.123456'", new DateTime(2026, 11, 21, 8, 0, 0).AddTicks(1234560) },
        { "TIMESTAMPTZ '2026-11-21 08:00:00+08'", new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero) },
        { "'产销客'", "产销客" },
        { "'more than twelve bytes of text'", "more than twelve bytes of text" },
        { "''", "" },
        { "'closed'::ENUM('open', 'closed')", "closed" },
        { "'0aff'::BLOB", "0aff"u8.ToArray() },
        { "'10110'::BIT", "10110" },
        { "UUID '00112233-4455-6677-8899-aabbccddeeff'", new Guid("00112233-4455-6677-8899-aabbccddeeff") },
        { "UUID 'ffeeddcc-bbaa-9988-7766-554433221100'", new Guid("ffeeddcc-bbaa-9988-7766-554433221100") },
        { "INTERVAL '14 months 3 days 4 seconds'", new DuckDbInterval(14, 3, 4_000_000) },
        { "[1, NULL, 3]", new int?[] { 1, null, 3 } },
        { "['a', 'text that is longer than twelve']", new[] { "a", "text that is longer than twelve" } },
        { "[[1], []]", new[] { new int?[] { 1 }, [] } },
        { "array_value(1, 2)", new int?[] { 1, 2 } },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_reads_as_its_own_type_and_a_null_of_that_type_as_null(string literal, object expected)
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand($"SELECT {literal} AS v UNION ALL SELECT NULL UNION ALL SELECT {literal}");
        using DuckDbDataReader reader = command.ExecuteReader();

        Assert.Equal(expected.GetType(), reader.GetFieldType(0));
        Assert.True(reader.Read());
        Assert.Equal(expected, reader.GetValue(0));
        Assert.True(reader.Read());
        Assert.True(reader.IsDBNull(0));
        Assert.Equal(DBNull.Value, reader.GetValue(0));
        Assert.True(reader.Read());
        Assert.Equal(expected, reader[0]);
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_struct_and_a_map_read_as_dictionaries()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT {'name': '合肥', 'qty': 3} AS s, MAP {'a': 1, 'b': NULL} AS m");
        using DuckDbDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal(new Dictionary<string, object?> { ["name"] = "合肥", ["qty"] = 3 }, reader.GetFieldValue<Dictionary<string, object?>>(0));
        Assert.Equal(new Dictionary<object, object?> { ["a"] = 1, ["b"] = null }, reader.GetFieldValue<Dictionary<object, object?>>(1));
    }

    [Fact]
    public void A_decimal_of_38_digits_reads_as_text_and_as_an_unscaled_integer()
    {
        const string Digits = "99999999999999999999999999999999999.999";
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand($"SELECT (-{Digits})::DECIMAL(38,3) AS v");
        using DuckDbDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal($"-{Digits}", reader.GetString(0));
        Assert.Equal(-BigInteger.Parse(Digits.Replace(".", ""), CultureInfo.InvariantCulture), reader.GetFieldValue<BigInteger>(0));
        Assert.Equal(3, reader.GetColumnSchema()[0].NumericScale);
        OverflowException error = Assert.Throws<OverflowException>(() => reader.GetDecimal(0));
        Assert.Contains(Digits, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hugeint_beyond_decimal_reads_as_text_and_as_a_big_integer()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT (-170141183460469231731687303715884105727)::HUGEINT AS v");
        using DuckDbDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal("-170141183460469231731687303715884105727", reader.GetString(0));
        Assert.Equal(1 - BigInteger.Pow(2, 127), reader.GetFieldValue<BigInteger>(0));
        Assert.Throws<OverflowException>(() => reader.GetValue(0));
    }

    [Fact]
    public void A_sum_of_integers_reads_as_a_long_and_a_fraction_refuses_to()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT sum(i) AS total, 1.5 AS fraction, 2.00 AS whole FROM range(10) AS t(i)");
        using DuckDbDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal(45L, reader.GetInt64(0));
        Assert.Equal(45, reader.GetFieldValue<int>(0));
        Assert.Throws<InvalidCastException>(() => reader.GetInt64(1));
        Assert.Equal(2, reader.GetInt32(2));
    }

    [Fact]
    public void A_null_refuses_to_be_a_value_and_names_its_column()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT NULL::INTEGER AS qty");
        using DuckDbDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());

        InvalidCastException error = Assert.Throws<InvalidCastException>(() => reader.GetInt32(0));

        Assert.Contains("\"qty\"", error.Message, StringComparison.Ordinal);
        Assert.Null(reader.GetFieldValue<int?>(0));
    }

    [Fact]
    public void A_date_outside_the_years_of_the_calendar_says_so()
    {
        using DuckDbConnection connection = Memory.Open();

        Assert.Throws<OverflowException>(() => connection.Scalar("SELECT DATE 'infinity'"));
        Assert.Throws<OverflowException>(() => connection.Scalar("SELECT TIMESTAMP '-infinity'"));
        Assert.Throws<OverflowException>(() => connection.Scalar("SELECT DATE '10000-01-01'"));
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65535)]
    [InlineData(65536)]
    public void An_enum_reads_its_last_label_whatever_the_width_of_its_code(int count)
    {
        using DuckDbConnection connection = Memory.Open();
        connection.Execute($"CREATE TYPE e AS ENUM (SELECT 'label ' || i FROM range({count}) AS t(i) ORDER BY i)");

        Assert.Equal($"label {count - 1}", connection.Scalar($"SELECT 'label {count - 1}'::e"));
    }
}
