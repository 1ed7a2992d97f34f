using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;

namespace ProdSales.GraphQL.Tests.Attacks;

public sealed class NestingTests
{
    public static TheoryData<string, string, string> Productions => new()
    {
        { "{a", "", "}" },
        { "{...", "", "}" },
        { "{a(b:", "[", "]" },
        { "{a(b:", "{c:", "}" },
        { "query($v:", "[", "]" },
        { "query($v:Int=", "[", "]" },
        { "{a@b(c:", "[{d:", "}]" },
        { "type T{f(a:", "[", "]" },
        { "{...on T{...", "{...", "}" },
    };

    [Theory]
    [MemberData(nameof(Productions))]
    public void Nesting_of_any_production_is_refused_by_its_depth_and_never_by_a_crash(string start, string nested, string end)
    {
        foreach (int depth in new[] { 200, 2_000, 40_000, 400_000 })
        {
            string unit = nested.Length == 0 ? start : nested;
            string document = start + string.Concat(Enumerable.Repeat(unit, depth)) + string.Concat(Enumerable.Repeat(end, depth));
            GraphQLError? error = SmallStack.Run(() => DocumentParser.Parse(
                SourceText.Of(document), ParserLimits.Default with { Bytes = int.MaxValue, Tokens = int.MaxValue }).Error);

            Assert.Equal(ErrorCodes.LimitExceeded, error!.Code);
            Assert.Equal("Syntax Error: Document nests deeper than 64 levels.", error.Message);
        }
    }

    [Fact]
    public void All_productions_count_together()
    {
        string sets = string.Concat(Enumerable.Repeat("{a", 40));
        string lists = "(b:" + new string('[', 30) + new string(']', 30) + ")";

        Assert.NotNull(DocumentParser.Parse(SourceText.Of(sets + lists + new string('}', 40)), ParserLimits.Default).Error);
        Assert.Null(DocumentParser.Parse(SourceText.Of(sets + "(b:[])" + new string('}', 40)), ParserLimits.Default).Error);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(" ")]
    [InlineData("#\n")]
    [InlineData("\uFEFF")]
    public void A_flood_of_ignored_text_is_refused_by_its_bytes(string ignored)
    {
        string document = "{a" + string.Concat(Enumerable.Repeat(ignored, 300_000)) + "}";

        Assert.Equal(ErrorCodes.LimitExceeded, DocumentParser.Parse(SourceText.Of(document), ParserLimits.Default).Error!.Code);
    }

    [Theory]
    [InlineData("{a b c d e f }", 4)]
    [InlineData("{a(b:[1 2 3])}", 5)]
    public void A_flood_of_tokens_stops_at_the_limit(string unit, int count)
    {
        string document = string.Concat(Enumerable.Repeat(unit, 10_000 / count));

        GraphQLError error = DocumentParser.Parse(SourceText.Of(document), ParserLimits.Default).Error!;

        Assert.Equal("Syntax Error: Document contains more that 10000 tokens. Parsing aborted.", error.Message);
    }

    [Theory]
    [InlineData("{a(b: 1111111111111111111111111111111111111111111111111111111111111111111)}", "Syntax Error: Number literal is longer than 64 characters.")]
    [InlineData("{a(b: 0.1111111111111111111111111111111111111111111111111111111111111111)}", "Syntax Error: Number literal is longer than 64 characters.")]
    public void Numbers_beyond_use_are_refused(string document, string message)
        => Assert.Equal(message, DocumentParser.Parse(SourceText.Of(document), ParserLimits.Default).Error!.Message);
}
