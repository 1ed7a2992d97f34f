using System.Globalization;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.GraphQL.Tests.Attacks;

/// <summary>Documents that nobody asks twice do not fill the memory. Runs alone, since it counts what the process holds.</summary>
[Collection(DocumentAttackTests.Alone)]
public sealed class MemoryTests
{
    private const long Allowed = 4L << 20;

    private static readonly GraphQLSchema Schema = Made();

    public static TheoryData<string, int> Floods => new()
    {
        { "plain", 20_000 },
        { "wrong", 5_000 },
        { "doubling", 60 },
        { "conditions", 60 },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public async Task A_flood_of_different_documents_holds_about_as_much_as_is_allowed(string kind, int count)
    {
        GraphQLEngine engine = new(Schema, new EngineOptions { Limits = new EngineLimits { CacheBytes = Allowed } });
        await AskAsync(engine, kind, -1);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        for (int index = 0; index < count; index++)
        {
            await AskAsync(engine, kind, index);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 2 * Allowed);
        GC.KeepAlive(engine);
    }

    private static async Task AskAsync(GraphQLEngine engine, string kind, int index)
    {
        string document = kind switch
        {
            "plain" => $"{{ s x{index + 1}: s }}",
            "wrong" => $"{{ nothing{index + 1} }}",
            "doubling" => $"# {index}\n{{...F0}}" + string.Concat(Enumerable.Range(0, 8).Select(level => $"fragment F{level} on Query{{a{{...F{level + 1}}} b{{...F{level + 1}}}}} ")) + "fragment F8 on Query{" + string.Concat(Enumerable.Range(0, 15).Select(name => $"x{name}:s ")) + "}",
            _ => $"# {index}\nquery({string.Concat(Enumerable.Range(0, 6).Select(bit => $"$v{bit}:Boolean! "))}){{{string.Concat(Enumerable.Range(0, 6).Select(bit => $"a @include(if:$v{bit}){{s a{{s}} b{{s}}}} "))}}}",
        };
        for (int variant = 0; variant < (kind == "conditions" ? 64 : 1); variant++)
        {
            string variables = string.Join(',', Enumerable.Range(0, 6).Select(bit => string.Create(CultureInfo.InvariantCulture, $"\"v{bit}\":{((variant >> bit) & 1) == 1}").ToLowerInvariant()));
            Assert.Equal(kind == "wrong", (await Execution.Responses.JsonAsync(engine, document, $"{{{variables}}}")).Contains("errors", StringComparison.Ordinal));
        }
    }

    private static GraphQLSchema Made()
    {
        SchemaBuilder schema = new SchemaBuilder().AddSdl("type Query { a: Query b: Query s: String }");
        schema.Object("Query").Field("a").Resolve(_ => new object());
        schema.Object("Query").Field("b").Resolve(_ => new object());
        schema.Object("Query").Field("s").Resolve(_ => "s");
        return schema.Build();
    }
}
