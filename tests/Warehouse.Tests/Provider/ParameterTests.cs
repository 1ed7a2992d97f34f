using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Provider;

public sealed class ParameterTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "NULL" },
        { true, "BOOLEAN" },
        { (sbyte)-1, "TINYINT" },
        { short.MinValue, "SMALLINT" },
        { int.MinValue, "INTEGER" },
        { long.MinValue, "BIGINT" },
        { byte.MaxValue, "UTINYINT" },
        { ushort.MaxValue, "USMALLINT" },
        { uint.MaxValue, "UINTEGER" },
        { ulong.MaxValue, "UBIGINT" },
        { (Int128)(-5), "HUGEINT" },
        { 1.5f, "FLOAT" },
        { double.Epsilon, "DOUBLE" },
        { 0.05m, "DECIMAL(2,2)" },
        { -79228162514264337593543950335m, "DECIMAL(29,0)" },
        { new DateOnly(2024, 2, 29), "DATE" },
        { new TimeOnly(12, 34, 56), "TIME" },
        { new DateTime(2026, 11, 21, 18, 0, 1), "TIMESTAMP" },
        { new DateTimeOffset(2026, 11, 21, 18, 0, 1, TimeSpan.Zero), "TIMESTAMP WITH TIME ZONE" },
        { new DuckDbInterval(1, 2, 3), "INTERVAL" },
        { new Guid("f0112233-4455-6677-8899-aabbccddeeff"), "UUID" },
        { new byte[] { 0, 255 }, "BLOB" },
        { "合肥 O'Brien \0 end", "VARCHAR" },
        { new int?[] { 1, null }, "INTEGER[]" },
        { new[] { "a", "b" }, "VARCHAR[]" },
        { new decimal?[] { 1.5m, 100m }, "DECIMAL(4,1)[]" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_parameter_comes_back_as_it_was_given(object? value, string type)
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT $v AS v, typeof($v) AS t");
        command.Parameters.Add("v", value);
        using DuckDbDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal(value is Int128 huge ? (decimal)huge : value ?? DBNull.Value, reader.GetValue(0));
        Assert.Equal(value is null ? "\"NULL\"" : type, reader.GetString(1));
    }

    [Fact]
    public void An_at_sign_names_a_parameter_only_outside_quotes_and_comments_and_only_when_there_is_one()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand(
            "SELECT @id + @ -5 AS sum, '@id' AS quoted, $$@id$$ AS dollars /* @id */ FROM (SELECT 1 AS \"@id\") -- @id");
        command.Parameters.Add("@id", 2);
        using DuckDbDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal(7, reader.GetInt32(0));
        Assert.Equal("@id", reader.GetString(1));
        Assert.Equal("@id", reader.GetString(2));
    }

    [Fact]
    public void Question_marks_take_the_parameters_in_order()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT ? - ?");
        command.Parameters.Add("", 10);
        command.Parameters.Add("", 3);

        Assert.Equal(7, command.ExecuteScalar());
    }

    [Fact]
    public void A_missing_parameter_is_named_with_those_that_were_given()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT $regoin");
        command.Parameters.Add("region", "华东");

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(command.ExecuteScalar);

        Assert.Equal("The statement asks for the parameter $regoin; given are: region.", error.Message);
    }

    [Fact]
    public void A_time_in_the_zone_of_this_machine_is_refused()
    {
        using DuckDbConnection connection = Memory.Open();
        using DuckDbCommand command = connection.CreateCommand("SELECT $t");
        command.Parameters.Add("t", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local));

        Assert.Throws<ArgumentException>(command.ExecuteScalar);
    }
}
