using System.Text;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.GraphQL.Tests.Execution;

/// <summary>What one request took serves the next, and nothing of the one is seen by the other.</summary>
public sealed class ReuseTests
{
    [Fact]
    public void A_document_that_is_known_is_answered_without_allocating()
    {
        GraphQLEngine engine = Engine();
        GraphQLRequest request = new("{ hello }");
        long allocated = long.MaxValue;
        for (int round = 0; round < 20 && allocated > 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int turn = 0; turn < 1_000; turn++)
            {
                Answer(engine, request);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public async Task A_response_that_was_disposed_does_not_lead_to_the_next_one()
    {
        GraphQLEngine engine = Engine();
        GraphQLResponse first = await engine.ExecuteAsync(new GraphQLRequest("{ who }") { State = "first" });
        first.Dispose();
        using GraphQLResponse second = await engine.ExecuteAsync(new GraphQLRequest("{ who }") { State = "second" });
        first.Dispose();

        Assert.Throws<ObjectDisposedException>(() => first.Utf8);
        Assert.Equal("""{"data":{"who":"second"}}""", Encoding.UTF8.GetString(second.Utf8.Span));
    }

    [Fact]
    public async Task The_errors_of_a_response_may_be_kept()
    {
        GraphQLEngine engine = Engine();
        IReadOnlyList<GraphQLError> kept;
        using (GraphQLResponse first = await engine.ExecuteAsync(new GraphQLRequest("{ fails }")))
        {
            kept = first.Errors;
        }

        using GraphQLResponse second = await engine.ExecuteAsync(new GraphQLRequest("{ hello }"));
        Assert.Single(kept);
        Assert.Empty(second.Errors);
        Assert.Equal("""{"data":{"hello":"world"}}""", Encoding.UTF8.GetString(second.Utf8.Span));
    }

    [Fact]
    public async Task Requests_at_the_same_time_get_their_own_answers()
    {
        GraphQLEngine engine = Engine();
        await Parallel.ForEachAsync(Enumerable.Range(0, 5_000), async (number, cancellation) =>
        {
            string state = $"{number} {new string('x', number % 97 * 1_000)}";
            using GraphQLResponse response = await engine.ExecuteAsync(new GraphQLRequest("{ later who }") { State = state }, cancellation);
            Assert.Equal($$$"""{"data":{"later":"{{{state}}}","who":"{{{state}}}"}}""", Encoding.UTF8.GetString(response.Utf8.Span));
        });
    }

    private static void Answer(GraphQLEngine engine, GraphQLRequest request)
    {
        ValueTask<GraphQLResponse> answer = engine.ExecuteAsync(request);
        if (answer.IsCompletedSuccessfully)
        {
            answer.Result.Dispose();
        }
    }

    private static GraphQLEngine Engine()
    {
        SchemaBuilder schema = new();
        FieldsTypeBuilder query = schema.Object("Query");
        query.Field("hello", "String!").Resolve(_ => "world");
        query.Field("who", "String").Resolve(context => context.Operation.State);
        query.Field("fails", "String").Resolve(_ => throw new InvalidOperationException());
        query.Field("later", "String").ResolveAsync(async context =>
        {
            await Task.Yield();
            return context.Operation.State;
        });
        return new GraphQLEngine(schema.Build());
    }
}
