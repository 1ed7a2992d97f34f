using System.Globalization;
using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Validation;
using ProdSales.GraphQL.Validation.Merging;

namespace ProdSales.GraphQL.Tests.Attacks;

public sealed class ValidationAttackTests
{
    private static readonly GraphQLSchema Schema = new SchemaBuilder().AddSdl("type Query { a(x: Int): Query b(x: Int): Query s: String }").Build();

    public static TheoryData<string, string, string> Refused => new()
    {
        { "101 aliases", "{" + string.Concat(Enumerable.Range(0, 4).Select(set => $"a{set}:a{{{string.Concat(Enumerable.Range(0, 25).Select(index => $"x{index}:s "))}}}")) + "}", "Document has more than 100 aliases." },
        { "31 aliases of one selection", Fields(31, index => $"x{index}:s "), "A selection has 31 aliases; at most 30 are allowed." },
        { "1001 spreads", "{" + string.Concat(Enumerable.Repeat("...F ", 1_001)) + "} fragment F on Query{s}", "Operation spreads fragments more than 1000 times once they are written out." },
        { "2^10 spreads in fragments", Exponential(9), "Operation spreads fragments more than 1000 times once they are written out." },
        { "17 types of types", $"{{__type(name:\"Query\"){{{string.Concat(Enumerable.Repeat("ofType{", 17))}name{new string('}', 18)}}}", "Maximum introspection depth exceeded" },
        { "21 root fields", $"{{{string.Concat(Enumerable.Range(0, 21).Select(index => $"x{index}:s "))}}}", "Document has 21 fields on the root type; at most 20 are allowed." },
        { "21 operations", string.Concat(Enumerable.Range(0, 21).Select(index => $"query Q{index}{{s}} ")), "Document has 21 operations; at most 20 are allowed." },
        { "101 fragments", "{...F0}" + string.Concat(Enumerable.Range(0, 101).Select(index => $"fragment F{index} on Query{{s}} ")), "Document has 101 fragments; at most 100 are allowed." },
        { "101 variables", $"query({string.Concat(Enumerable.Range(0, 101).Select(index => $"$v{index}:Int "))}){{s}}", "Document has 101 variables in one operation; at most 100 are allowed." },
        { "5 directives at one place", "{s @a @a @a @a @a}", "5 directives stand on one FIELD; at most 4 are allowed." },
        { "51 directives", Fields(51, _ => "s @a "), "Document has more than 50 directives." },
        { "2^40 fields in fragments", Exponential(40), "Operation selects more than 5000 fields once its fragments are written out." },
        { "70 levels in fragments", Chain(70), "Operation nests deeper than 64 levels once its fragments are written out." },
        { "introspection in circles", "{__schema{types{fields{type{fields{type{fields{type{name}}}}}}}}}", "Maximum introspection depth exceeded" },
        { "a cycle of 100 fragments", Cycle(100), "Operation nests deeper than 64 levels once its fragments are written out." },
        { "a cycle of 50 fragments", Cycle(50), "Cannot spread fragment \"F0\" within itself via \"F1\", \"F2\"" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_document_above_a_limit_is_refused_with_the_limit(string name, string document, string message)
    {
        string json = SmallStack.Run(() => RunAsync(document).GetAwaiter().GetResult());

        Assert.Contains(message, JsonDocument.Parse(json).RootElement.GetProperty("errors")[0].GetProperty("message").GetString()!, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(name));
    }

    [Fact]
    public void The_deepest_document_that_is_accepted_runs_on_a_small_stack()
    {
        string document = string.Concat(Enumerable.Repeat("{a", 63)) + "{s" + new string('}', 64);

        string json = SmallStack.Run(() => RunAsync(document).GetAwaiter().GetResult());

        Assert.Equal("""{"data":{"a":null}}""", json);
    }

    /// <summary>Ways to make the comparison of overlapping fields expensive, each by size.</summary>
    public static TheoryData<string, int> Overlaps => new()
    {
        { "inline fragments in each other", 20 },
        { "fragments spread pairwise", 40 },
        { "one field many times", 2_000 },
        { "one field with arguments many times", 1_000 },
        { "fields below fields many times", 200 },
    };

    [Theory]
    [MemberData(nameof(Overlaps))]
    public void Twice_the_document_costs_about_twice_the_comparisons(string kind, int size)
    {
        double ratio = (double)Comparisons(Overlap(kind, 2 * size)) / Comparisons(Overlap(kind, size));

        Assert.InRange(ratio, 0.9, 2.6);
    }

    [Fact]
    public async Task A_list_of_too_many_items_in_the_variables_is_refused()
    {
        GraphQLSchema schema = new SchemaBuilder().AddSdl("type Query { f(x: [Int]): Int }").Build();
        string items = string.Join(',', Enumerable.Repeat("1", 10_001));

        string json = await Execution.Responses.JsonAsync(schema, "query($x: [Int]) { f(x: $x) }", $"{{\"x\":[{items}]}}");

        Assert.Contains("has a list of 10001 items; at most 10000 are allowed.", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_with_countless_errors_gets_a_bounded_answer()
    {
        string json = await RunAsync($"{{{string.Concat(Enumerable.Range(0, 1_000).Select(index => $"unknown{index} "))}}}", EngineLimits.None with { ValidationErrors = 20 });

        Assert.Equal(21, JsonDocument.Parse(json).RootElement.GetProperty("errors").GetArrayLength());
    }

    private static Task<string> RunAsync(string document, EngineLimits? limits = null)
        => Execution.Responses.JsonAsync(Schema, document, options: new EngineOptions { Limits = limits ?? new EngineLimits() });

    private static int Comparisons(string document)
    {
        EngineOptions options = new() { Limits = EngineLimits.None };
        ValidationContext context = new(Schema, DocumentParser.Parse(SourceText.Of(document), ParserLimits.Trusted).Document!, options);
        MergeCheck check = new(context);
        Assert.False(check.HasConflict());
        return check.Comparisons;
    }

    private static string Overlap(string kind, int size) => kind switch
    {
        "inline fragments in each other" => $"{{{string.Concat(Enumerable.Repeat("... on Query {a{s} ", size))}{new string('}', size)}}}",
        "fragments spread pairwise" => $"{{{Spreads(0, size)}}}" + string.Concat(Enumerable.Range(0, size).Select(index => $"fragment F{index} on Query{{a{{s}} {Spreads(index + 1, Math.Min(size, index + 3))}}} ")),
        "one field many times" => Fields(size, _ => "s "),
        "one field with arguments many times" => Fields(size, _ => "a(x:1){s} "),
        _ => Fields(size, _ => "a{b{a{s} s} s} "),
    };

    private static string Spreads(int from, int to) => string.Concat(Enumerable.Range(from, Math.Max(0, to - from)).Select(index => $"...F{index} "));

    private static string Fields(int count, Func<int, string> field) => $"{{a{{{string.Concat(Enumerable.Range(0, count).Select(field))}}}}}";

    private static string Exponential(int count)
    {
        StringBuilder document = new("{...F0}");
        for (int index = 0; index < count; index++)
        {
            document.Append(CultureInfo.InvariantCulture, $"fragment F{index} on Query{{a{{...F{index + 1}}} b{{...F{index + 1}}}}} ");
        }

        return document.Append(CultureInfo.InvariantCulture, $"fragment F{count} on Query{{s}}").ToString();
    }

    private static string Chain(int count)
        => "{...F0}" + string.Concat(Enumerable.Range(0, count).Select(index => $"fragment F{index} on Query{{...F{index + 1}}} ")) + $"fragment F{count} on Query{{s}}";

    private static string Cycle(int count)
        => "{...F0}" + string.Concat(Enumerable.Range(0, count).Select(index => $"fragment F{index} on Query{{s ...F{(index + 1) % count}}} "));
}
