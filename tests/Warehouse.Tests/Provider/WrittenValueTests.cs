using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Statements;

namespace ProdSales.Warehouse.Tests.Provider;

public sealed class WrittenValueTests
{
    [Theory]
    [MemberData(nameof(ParameterTests.Values), MemberType = typeof(ParameterTests))]
    [InlineData(-0.1, "DOUBLE")]
    [InlineData(double.NegativeInfinity, "DOUBLE")]
    public void A_value_that_is_written_is_the_value_that_is_bound(object? value, string type)
    {
        using DuckDbConnection connection = Memory.Open();
        (object bound, string boundType) = Read(connection, value, isWritten: false);
        (object written, string writtenType) = Read(connection, value, isWritten: true);

        Assert.Equal(bound, written);
        Assert.Equal(value is null ? "\"NULL\"" : type, boundType);
        Assert.Equal(boundType, writtenType);
    }

    [Fact]
    public void Values_are_written_outside_quotes_and_comments_only()
    {
        string text = "SELECT $day, '$day', \"$day\", $$ $day $$ /* $day */ FROM t -- $day\nWHERE n IN ($n, $n) AND m < -$n";

        Assert.Equal(
            "SELECT DATE '0999-12-31', '$day', \"$day\", $$ $day $$ /* $day */ FROM t -- $day\nWHERE n IN (CAST('-5' AS INTEGER), CAST('-5' AS INTEGER)) AND m < -CAST('-5' AS INTEGER)",
            Placeholders.Written(text, [new DuckDbParameter("day", new DateOnly(999, 12, 31)), new DuckDbParameter("n", -5)]));
    }

    [Theory]
    [InlineData("SELECT ?", 1)]
    [InlineData("SELECT @v", 1)]
    [InlineData("SELECT $other", 1)]
    [InlineData("SELECT $v", "text")]
    [InlineData("SELECT $v", new[] { 1, 2 })]
    public void Text_lists_and_other_placeholders_are_bound(string text, object value) => Assert.Null(Placeholders.Written(text, [new DuckDbParameter("v", value)]));

    [Fact]
    public void Listeners_and_failures_tell_the_text_without_values()
    {
        using DuckDbConnection connection = Memory.Open();
        List<string> heard = [];
        connection.Listener = heard.Add;
        using DuckDbCommand command = connection.CreateCommand("SELECT CAST($secret AS TINYINT)");
        command.WritesValues = true;
        command.Parameters.Add("secret", 4711);

        WarehouseException failure = Assert.Throws<WarehouseException>(command.ExecuteScalar);

        Assert.Equal(command.CommandText, failure.Sql);
        Assert.Equal([command.CommandText], heard);
    }

    private static (object Value, string Type) Read(DuckDbConnection connection, object? value, bool isWritten)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT $v AS v, typeof($v) AS t");
        command.WritesValues = isWritten;
        command.Parameters.Add("v", value);
        using DuckDbDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return (reader.GetValue(0), reader.GetString(1));
    }
}
