using System.Collections;
using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Types.BuiltIn;

namespace ProdSales.GraphQL.Tests.Execution;

/// <summary>A list that throws while its items are taken is the error of its field, as for graphql-js; nothing else of the answer is lost.</summary>
public sealed class BrokenListTests
{
    public static TheoryData<string, string, string> Breaks
    {
        get
        {
            TheoryData<string, string, string> all = [];
            foreach (string way in new[] { "atOnce", "atFirst", "late", "atEnd" })
            {
                all.Add($"{{ good {way} {{ good }} }}", $$"""{"good":1,"{{way}}":null}""", way);
                all.Add($"{{ good {way} {{ later }} }}", $$"""{"good":1,"{{way}}":null}""", way);
                all.Add($"{{ good nested {{ {way}Sure {{ good }} }} }}", """{"good":1,"nested":null}""", $"nested.{way}Sure");
                all.Add($"{{ {way}Sure {{ later }} }}", "null", $"{way}Sure");
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_list_that_throws_is_null_with_an_error_at_its_place(string query, string data, string path)
    {
        JsonElement response = JsonDocument.Parse(await Responses.JsonAsync(Schema(), query)).RootElement;

        Assert.Equal(data, response.GetProperty("data").GetRawText());
        JsonElement error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal(path, string.Join('.', error.GetProperty("path").EnumerateArray()));
        Assert.Equal("internal-error", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.True(error.TryGetProperty("locations", out _));
        Assert.DoesNotContain("secret", response.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("late", "{\"items\":[{\"good\":1}]}", "\"path\":[\"late\"]")]
    [InlineData("atEnd", "{\"items\":[{\"good\":1},{\"good\":1}]}", "\"path\":[\"atEnd\"]")]
    public async Task Of_a_stream_the_items_before_it_broke_are_sent(string list, string items, string path)
    {
        GraphQLEngine engine = new(Schema());
        await using IncrementalResponse response = await engine.ExecuteInPartsAsync(new GraphQLRequest($"{{ {list} @stream(initialCount: 1) {{ good }} }}"));
        StringBuilder parts = new(Encoding.UTF8.GetString(response.First.Utf8.Span));
        while (response.HasNext)
        {
            using GraphQLResponse next = await response.NextAsync();
            parts.Append('\n').Append(Encoding.UTF8.GetString(next.Utf8.Span));
        }

        string told = parts.ToString();
        Assert.Contains($$"""{"data":{"{{list}}":[{"good":1}]}""", told, StringComparison.Ordinal);
        Assert.Contains(items[1..^1], told, StringComparison.Ordinal);
        Assert.Contains("\"completed\":[{\"id\":\"0\",\"errors\":[", told, StringComparison.Ordinal);
        Assert.Contains(path, told, StringComparison.Ordinal);
        Assert.Contains("\"hasNext\":false", told, StringComparison.Ordinal);
    }

    private static GraphQLSchema Schema()
    {
        SchemaBuilder schema = new SchemaBuilder().AddSdl("""
            type Query {
              good: Int later: Int nested: Query
              atOnce: [Query] atFirst: [Query] late: [Query] atEnd: [Query]
              atOnceSure: [Query!]! atFirstSure: [Query!]! lateSure: [Query!]! atEndSure: [Query!]!
            }
            """ + PartDirectives.Sdl);
        FieldsTypeBuilder query = schema.Object("Query");
        query.Field("good").Resolve(_ => 1);
        query.Field("later").ResolveAsync(async _ =>
        {
            await Task.Yield();
            return 2;
        });
        query.Field("nested").Resolve(_ => new object());
        foreach (string ending in new[] { "", "Sure" })
        {
            query.Field($"atOnce{ending}").Resolve(_ => new ListWithoutBeginning());
            query.Field($"atFirst{ending}").Resolve(_ => Items(0));
            query.Field($"late{ending}").Resolve(_ => Items(2));
            query.Field($"atEnd{ending}").Resolve(_ => new ListWithBadEnd());
        }

        return schema.Build();
    }

    private static IEnumerable<object> Items(int good)
    {
        for (int index = 0; index < good; index++)
        {
            yield return new object();
        }

        throw new InvalidOperationException("a secret");
    }

    private sealed class ListWithBadEnd : IEnumerable, IEnumerator, IDisposable
    {
        private int _taken;

        public object Current => this;

        public IEnumerator GetEnumerator() => this;

        public bool MoveNext() => _taken++ < 3;

        public void Reset() => _taken = 0;

        public void Dispose() => throw new InvalidOperationException("a secret");
    }

    private sealed class ListWithoutBeginning : IEnumerable
    {
        public IEnumerator GetEnumerator() => throw new InvalidOperationException("a secret");
    }
}
