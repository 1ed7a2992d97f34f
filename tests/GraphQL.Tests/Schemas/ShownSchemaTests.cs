using System.Text;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.GraphQL.Tests.Schemas;

/// <summary>A schema that is shown to some callers: what one of them was answered is never another's answer.</summary>
public sealed class ShownSchemaTests
{
    [Theory]
    [InlineData("{ __schema { queryType { name } } }", "\"name\":\"Query\"")]
    [InlineData("{ __type(name: \"Query\") { name } }", "\"name\":\"Query\"")]
    [InlineData("{ colur }", "Did you mean \\\"colour\\\"")]
    [InlineData("{ paint(in: GREE) }", "Did you mean the enum value \\\"GREEN\\\"")]
    [InlineData("query($in: Colour!) { paint(in: $in) }", "Did you mean the enum value \\\"GREEN\\\"")]
    public async Task Each_caller_is_told_what_is_for_him_in_whatever_order_they_come(string query, string told)
    {
        GraphQLEngine engine = new(Schema(), new EngineOptions { AllowsIntrospection = false, MayIntrospect = state => state is "analyst" });

        foreach (string? caller in new[] { "analyst", "seller", null, "analyst", "seller" })
        {
            GraphQLRequest request = new(query) { State = caller, Variables = System.Text.Json.JsonElement.Parse("""{"in":"GREE"}""") };
            using GraphQLResponse response = await engine.ExecuteAsync(request);

            Assert.Equal(caller == "analyst", Encoding.UTF8.GetString(response.Utf8.Span).Contains(told, StringComparison.Ordinal));
            Assert.Equal(caller == "analyst", engine.ShowsSchemaTo(caller));
        }
    }

    private static GraphQLSchema Schema()
    {
        SchemaBuilder schema = new SchemaBuilder().AddSdl("enum Colour { GREEN RED } type Query { colour: String paint(in: Colour!): String }");
        schema.Object("Query").Field("colour").Resolve(_ => "green");
        schema.Object("Query").Field("paint").Resolve(_ => "green");
        return schema.Build();
    }
}
