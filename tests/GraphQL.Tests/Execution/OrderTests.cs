using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.GraphQL.Tests.Execution;

/// <summary>When resolvers run, and in which order their values appear.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task Asynchronous_fields_of_one_level_are_started_together_over_a_whole_list()
    {
        TaskCompletionSource gate = new();
        int started = 0;
        SchemaBuilder schema = new SchemaBuilder().AddSdl("type Query { items: [Item] } type Item { name: String size: String }");
        schema.Object("Query").Field("items").Resolve(_ => new[] { "a", "b", "c" });
        foreach (string field in new[] { "name", "size" })
        {
            schema.Object("Item").Field(field).ResolveAsync(async context =>
            {
                if (Interlocked.Increment(ref started) == 6)
                {
                    gate.SetResult();
                }

                await gate.Task.WaitAsync(TimeSpan.FromSeconds(30));
                return $"{field} of {context.Source}";
            });
        }

        string json = await Responses.JsonAsync(schema.Build(), "{ items { name size } }");

        Assert.Equal("""{"data":{"items":[{"name":"name of a","size":"size of a"},{"name":"name of b","size":"size of b"},{"name":"name of c","size":"size of c"}]}}""", json);
    }

    [Fact]
    public async Task Mutations_run_one_after_the_other()
    {
        int running = 0;
        SchemaBuilder schema = new SchemaBuilder().AddSdl("type Query { a: Int } type Mutation { step: Int }");
        schema.Object("Mutation").Field("step").ResolveAsync(async _ =>
        {
            int now = Interlocked.Increment(ref running);
            await Task.Delay(5);
            Interlocked.Decrement(ref running);
            return now;
        });

        Assert.Equal("""{"data":{"a":1,"b":1,"c":1}}""", await Responses.JsonAsync(schema.Build(), "mutation { a: step b: step c: step }"));
    }

    [Fact]
    public async Task Nothing_that_was_started_outlives_the_operation()
    {
        bool isFinished = false;
        SchemaBuilder schema = new SchemaBuilder().AddSdl("type Query { fails: Int! slow: Int }");
        schema.Object("Query").Field("fails").Resolve(_ => null);
        schema.Object("Query").Field("slow").ResolveAsync(async _ =>
        {
            await Task.Delay(20);
            isFinished = true;
            return 1;
        });

        string json = await Responses.JsonAsync(schema.Build(), "{ fails slow }");

        Assert.StartsWith("""{"data":null,"errors":""", json, StringComparison.Ordinal);
        Assert.True(isFinished);
    }

    [Fact]
    public async Task A_cancelled_operation_throws_and_gives_no_response()
    {
        using CancellationTokenSource source = new();
        SchemaBuilder schema = new SchemaBuilder().AddSdl("type Query { waits: Int }");
        schema.Object("Query").Field("waits").ResolveAsync(async context =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return 1;
        });
        GraphQLEngine engine = new(schema.Build());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await engine.ExecuteAsync(new GraphQLRequest("{ waits }"), source.Token));
    }

    [Fact]
    public async Task Extensions_follow_the_data_in_the_order_they_were_added()
    {
        SchemaBuilder schema = new SchemaBuilder().AddSdl("type Query { a: Int }");
        schema.Object("Query").Field("a").Resolve(context =>
        {
            context.Operation.Extensions.Append("plan", writer => writer.WriteString("first"));
            context.Operation.Extensions.Append("plan", writer => writer.WriteString("second"));
            context.Operation.Extensions.Set("rows", writer => writer.WriteNumber(7));
            return context.Operation.State;
        });
        using GraphQLResponse response = await new GraphQLEngine(schema.Build()).ExecuteAsync(new GraphQLRequest("{ a }") { State = 5 });

        Assert.Equal("""{"data":{"a":5},"extensions":{"plan":["first","second"],"rows":7}}""", System.Text.Encoding.UTF8.GetString(response.Utf8.Span));
    }

    [Theory]
    [InlineData("""{"on":true,"off":false}""", """{"data":{"a":1,"b":2}}""")]
    [InlineData("""{"on":false,"off":false}""", """{"data":{"b":2}}""")]
    [InlineData("""{"on":true,"off":true}""", """{"data":{"a":1}}""")]
    public async Task One_plan_for_each_combination_of_conditions(string variables, string expected)
    {
        GraphQLEngine engine = new(Numbers());
        for (int round = 0; round < 2; round++)
        {
            Assert.Equal(expected, await Responses.JsonAsync(engine, "query($on: Boolean!, $off: Boolean!) { a @include(if: $on) b @skip(if: $off) }", variables));
        }
    }

    private static GraphQLSchema Numbers()
    {
        SchemaBuilder schema = new SchemaBuilder().AddSdl("type Query { a: Int b: Int }");
        schema.Object("Query").Field("a").Resolve(_ => 1);
        schema.Object("Query").Field("b").Resolve(_ => 2);
        return schema.Build();
    }
}
