using System.Text.Json.Nodes;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Types.Comparison;
using ProdSales.Schema;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Contract;

/// <summary>The contract speaks the language of whoever looks at it, in every word, and means the same.</summary>
public sealed class ContractInWordsTests
{
    private const string Everything = """
        { __schema {
            queryType { name fields { description } }
            types { name description fields { name description args { description } } inputFields { name description } enumValues { name description } } } }
        """;

    private static readonly GraphQLEngine Engine = new(
        new SchemaBuilder().AddSdl(SchemaText.Of(ModelReader.Shipped)).Build(), new EngineOptions { ShownSchema = new ContractInWords(ModelReader.Shipped).ShownTo });

    [Fact]
    public void Every_description_is_in_the_language_that_is_asked_for()
    {
        JsonNode[] chinese = [.. Descriptions(Ask(AnswerLanguage.Chinese))];
        JsonNode[] english = [.. Descriptions(Ask(AnswerLanguage.English))];

        Assert.Equal(english.Length, chinese.Length);
        Assert.True(chinese.Length > 1500);
        Assert.Empty(chinese.Select(text => text.GetValue<string>()).Where(text => !text.Any(IsChinese)).Distinct());
        Assert.Empty(english.Select(text => text.GetValue<string>()).Where(text => !text.Any(char.IsAsciiLetter)).Distinct());
    }

    [Fact]
    public void The_text_of_the_contract_says_the_same_in_both_languages()
    {
        GraphQLSchema shown = new ContractInWords(ModelReader.Shipped).ShownTo(new Caller(AnswerLanguage.Chinese, SecurityScope.Full))!;

        Assert.Empty(SchemaComparison.Between(Engine.Schema, shown));
        Assert.Contains("收入", Engine.SdlFor(new Caller(AnswerLanguage.Chinese, SecurityScope.Full)), StringComparison.Ordinal);
        Assert.DoesNotContain("Which rows of one cut are told", Engine.SdlFor(new Caller(AnswerLanguage.Chinese, SecurityScope.Full)), StringComparison.Ordinal);
        Assert.Equal(Engine.Schema.ToSdl(), Engine.SdlFor(Caller.Local));
    }

    private static IEnumerable<JsonNode> Descriptions(JsonNode node) => node switch
    {
        // What the specification itself defines is told in its own words.
        JsonObject type when type["name"]?.GetValue<string>() is { } name && (name.StartsWith("__", StringComparison.Ordinal) || name is "Int" or "Float" or "String" or "Boolean" or "ID") => [],
        JsonObject fields => fields.SelectMany(field => field.Key == "description" ? field.Value is { } told ? [told] : [] : field.Value is { } inner ? Descriptions(inner) : []),
        JsonArray items => items.SelectMany(item => item is null ? [] : Descriptions(item)),
        _ => [],
    };

    private static bool IsChinese(char letter) => letter is >= '\u4E00' and <= '\u9FFF';

    private static JsonNode Ask(AnswerLanguage language)
    {
        using GraphQLResponse response = Engine.ExecuteAsync(new GraphQLRequest(Everything) { State = new Caller(language, SecurityScope.Full) }).AsTask().GetAwaiter().GetResult();
        return JsonNode.Parse(response.Utf8.Span)!["data"]!;
    }
}
