using System.Text.Json;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.GraphQL.Tests.Execution;

/// <summary>Where null ends up, for resolvers that answer at once and for those that do not.</summary>
public sealed class NullTests
{
    [Theory]
    [InlineData("{ good bad good2: good }", """{"good":1,"bad":null,"good2":1}""", "bad")]
    [InlineData("{ nested { good must } good }", """{"nested":null,"good":1}""", "nested.must")]
    [InlineData("{ nested { sure { sure { must } } } }", """{"nested":null}""", "nested.sure.sure.must")]
    [InlineData("{ sure { sure { must } } }", "null", "sure.sure.must")]
    [InlineData("{ list { must } }", """{"list":[null,null]}""", "list.0.must", "list.1.must")]
    [InlineData("{ strictList { must } good }", """{"strictList":null,"good":1}""", "strictList.0.must")]
    [InlineData("{ numbers }", """{"numbers":[1,null,3]}""")]
    [InlineData("{ strictNumbers good }", """{"strictNumbers":null,"good":1}""", "strictNumbers.1")]
    [InlineData("{ matrix }", """{"matrix":[[1],null]}""", "matrix.1.0")]
    public async Task Null_goes_to_the_nearest_place_that_allows_it(string query, string data, params string[] paths)
    {
        foreach (bool isDeferred in new[] { false, true })
        {
            JsonElement response = JsonDocument.Parse(await Responses.JsonAsync(Schema(isDeferred), query)).RootElement;

            Assert.Equal(data, response.GetProperty("data").GetRawText());
            string[] actual = response.TryGetProperty("errors", out JsonElement errors)
                ? [.. errors.EnumerateArray().Select(error => string.Join('.', error.GetProperty("path").EnumerateArray()))]
                : [];
            Assert.Equal(paths, actual);
        }
    }

    private static GraphQLSchema Schema(bool isDeferred)
    {
        SchemaBuilder schema = new SchemaBuilder().AddSdl("""
            type Query {
              good: Int bad: Int must: Int! nested: Query sure: Query! list: [Query] strictList: [Query!]
              numbers: [Int] strictNumbers: [Int!] matrix: [[Int!]]
            }
            """);
        FieldsTypeBuilder query = schema.Object("Query");
        Dictionary<string, Func<FieldContext, object?>> values = new(StringComparer.Ordinal)
        {
            ["good"] = _ => 1,
            ["bad"] = _ => throw new InvalidOperationException(),
            ["must"] = _ => null,
            ["nested"] = _ => new object(),
            ["sure"] = _ => new object(),
            ["list"] = _ => new object[] { 1, 2 },
            ["strictList"] = _ => new object[] { 1, 2 },
            ["numbers"] = _ => new int?[] { 1, null, 3 },
            ["strictNumbers"] = _ => new int?[] { 1, null, 3 },
            ["matrix"] = _ => new int?[][] { [1], [null] },
        };
        foreach ((string name, Func<FieldContext, object?> value) in values)
        {
            _ = isDeferred
                ? query.Field(name).ResolveAsync(async context =>
                {
                    await Task.Yield();
                    return value(context);
                })
                : query.Field(name).Resolve(value);
        }

        return schema.Build();
    }
}
