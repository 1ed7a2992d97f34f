using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Types.Scalars;

namespace ProdSales.GraphQL.Tests.Execution;

/// <summary>The scalars beyond the specification, read from literals and variables and written back.</summary>
public sealed class ScalarTests
{
    [Theory]
    [InlineData("day", "\"2026-02-28\"", "\"2026-02-28\"")]
    [InlineData("instant", "\"2026-01-31T08:00:00Z\"", "\"2026-01-31T08:00:00Z\"")]
    [InlineData("instant", "\"2026-01-31T08:00:00.125+08:00\"", "\"2026-01-31T08:00:00.125+08:00\"")]
    [InlineData("amount", "12345678901234567890.12345678", "12345678901234567890.12345678")]
    [InlineData("amount", "\"0.10\"", "0.10")]
    [InlineData("amount", "-3", "-3")]
    [InlineData("count", "9223372036854775807", "9223372036854775807")]
    [InlineData("id", "\"123E4567-e89b-12d3-a456-426614174000\"", "\"123e4567-e89b-12d3-a456-426614174000\"")]
    public async Task A_value_comes_back_as_it_went_in(string field, string value, string shown)
    {
        string type = Types()[field];

        Assert.Equal(Data(field, shown), await Responses.JsonAsync(Schema(), $"{{ {field}(x: {value}) }}"));
        Assert.Equal(Data(field, shown), await Responses.JsonAsync(Schema(), $"query($x: {type}) {{ {field}(x: $x) }}", $$"""{"x":{{value}}}"""));
    }

    [Theory]
    [InlineData("day", "\"2026-02-30\"", "Date must be a day such as")]
    [InlineData("day", "20260228", "Date must be a day such as")]
    [InlineData("instant", "\"2026-01-31T08:00:00\"", "DateTime must be an instant with an offset")]
    [InlineData("amount", "\"1,5\"", "Decimal must be a number of at most 28 digits")]
    [InlineData("amount", "1e400", "Decimal must be a number of at most 28 digits")]
    [InlineData("count", "9223372036854775808", "Long must be a whole number of 64 bits")]
    [InlineData("count", "1.5", "Long must be a whole number of 64 bits")]
    [InlineData("id", "\"123\"", "UUID must be text such as")]
    public async Task A_wrong_value_is_refused_with_what_is_allowed(string field, string value, string message)
    {
        string type = Types()[field];

        Assert.Contains(message, await Responses.JsonAsync(Schema(), $"{{ {field}(x: {value}) }}"), StringComparison.Ordinal);
        Assert.Contains(message, await Responses.JsonAsync(Schema(), $"query($x: {type}) {{ {field}(x: $x) }}", $$"""{"x":{{value}}}"""), StringComparison.Ordinal);
    }

    private static string Data(string field, string shown) => "{\"data\":{\"" + field + "\":" + shown + "}}";

    private static Dictionary<string, string> Types() => new(StringComparer.Ordinal)
    {
        ["day"] = "Date",
        ["instant"] = "DateTime",
        ["amount"] = "Decimal",
        ["count"] = "Long",
        ["id"] = "UUID",
    };

    private static GraphQLSchema Schema()
    {
        SchemaBuilder schema = new();
        schema.Scalar("Date").Codec(new DateCodec());
        schema.Scalar("DateTime").Codec(new DateTimeCodec());
        schema.Scalar("Decimal").Codec(new DecimalCodec());
        schema.Scalar("Long").Codec(new LongCodec());
        schema.Scalar("UUID").Codec(new UuidCodec());
        foreach ((string name, string type) in Types())
        {
            schema.Object("Query").Field(name, type).Argument("x", type).Resolve(context => context.Arguments.Values["x"]);
        }

        return schema.Build();
    }
}
