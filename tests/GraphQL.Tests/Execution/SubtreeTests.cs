using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.GraphQL.Tests.Execution;

public sealed class SubtreeTests
{
    private readonly EchoResolver _echo = new();

    [Fact]
    public async Task Fields_that_share_a_resolver_come_in_one_call_and_keep_their_order()
    {
        string json = await RunAsync("{ a: sales(first: 1) { revenue } plain b: sales(first: 2) { total { x: revenue } } }");

        Assert.Equal(["a", "b"], Assert.Single(_echo.Batches));
        Assert.Equal("""{"data":{"a":"sales(first=1){revenue}","plain":"p","b":"sales(first=2){total{x:revenue}}"}}""", json);
    }

    [Fact]
    public async Task The_selection_arrives_with_fragments_and_conditions_resolved()
    {
        string json = await RunAsync("query($no: Boolean!) { sales(first: 1) { ...F total @skip(if: true) { margin } } } fragment F on Sales { total { revenue margin @include(if: $no) } }", """{"no":false}""");

        Assert.Equal("""{"data":{"sales":"sales(first=1){total{revenue}}"}}""", json);
    }

    [Fact]
    public async Task A_failed_subtree_is_null_with_its_refusal_and_the_others_stand()
    {
        string json = await RunAsync("{ a: sales(first: 1) { revenue } b: sales(first: -1) { revenue } }");

        Assert.Equal("""{"data":{"a":"sales(first=1){revenue}","b":null},"errors":[{"message":"first is -1; it must be 1 or more.","locations":[{"line":1,"column":34}],"path":["b"],"extensions":{"code":"bad-page","first":-1}}]}""", json);
    }

    [Fact]
    public async Task An_exception_is_masked_and_takes_back_what_was_written()
    {
        string json = await RunAsync("{ a: sales(first: 1) { revenue } b: sales(first: 99) { revenue } }");

        Assert.StartsWith("""{"data":{"a":null,"b":null},"errors":[{"message":"Internal error.",""", json, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_tree_object_comes_back_for_a_document_without_variables()
    {
        GraphQLEngine engine = new(Schema());
        (await engine.ExecuteAsync(new GraphQLRequest("{ sales(first: 1) { revenue } }"))).Dispose();
        (await engine.ExecuteAsync(new GraphQLRequest("{ sales(first: 1) { revenue } }"))).Dispose();

        Assert.Equal(2, _echo.Fields.Count);
        Assert.Same(_echo.Fields[0], _echo.Fields[1]);
    }

    private async Task<string> RunAsync(string query, string? variables = null) => await Responses.JsonAsync(Schema(), query, variables);

    private Types.GraphQLSchema Schema()
    {
        SchemaBuilder builder = new();
        builder.AddSdl("""
            type Query { sales(first: Int = 5): Sales plain: String }
            type Sales { total: Sales revenue: Float margin: Float }
            """);
        builder.Object("Query").Field("sales").ResolveSubtree(_echo);
        builder.Object("Query").Field("plain").Resolve(_ => "p");
        return builder.Build();
    }

    /// <summary>Writes each subtree's selection as text.</summary>
    private sealed class EchoResolver : ISubtreeResolver
    {
        public List<string[]> Batches { get; } = [];

        public List<SelectedField> Fields { get; } = [];

        public async ValueTask ResolveAsync(SubtreeBatch batch, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Batches.Add([.. batch.Subtrees.Select(subtree => subtree.Field.ResponseName)]);
            foreach (Subtree subtree in batch.Subtrees)
            {
                Fields.Add(subtree.Field);
                int first = subtree.Field.Arguments.Value<int>("first");
                subtree.Writer.WriteString($"{subtree.Field.Name}(first={first}){{{Show(subtree.Field.Fields)}}}");
                if (first < 0)
                {
                    subtree.Fail("bad-page", $"first is {first}; it must be 1 or more.", new Dictionary<string, object?> { ["first"] = first });
                }

                if (first == 99)
                {
                    throw new InvalidOperationException("secret");
                }
            }
        }

        private static string Show(IEnumerable<SelectedField> fields) => string.Join(' ', fields.Select(field =>
            (field.ResponseName == field.Name ? field.Name : $"{field.ResponseName}:{field.Name}")
            + (field.Fields.Count == 0 ? string.Empty : $"{{{Show(field.Fields)}}}")));
    }
}
