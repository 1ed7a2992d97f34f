using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Tests.Conformance;
using ProdSales.GraphQL.Tests.Reference;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.BuiltIn;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Validation;

namespace ProdSales.GraphQL.Tests.Validation;

/// <summary>Documents that ask for parts where there may be none, judged as graphql-js 17 judges them.</summary>
public sealed class PartRuleTests
{
    private static readonly string Sdl = """
        type Query { a: Int list: [Node!] grid: [[Int]] node: Node }
        type Node { id: ID! list: [Node] node: Node }
        type Mutation { change: Node list: [Int] }
        type Subscription { told: Node list: [Int] }
        """ + PartDirectives.Sdl;

    [OracleTheory]
    [InlineData("{ node { ... @defer { id } } ...F @defer(label: \"f\") list @stream { id } } fragment F on Query { a }")]
    [InlineData("{ ... @defer(label: \"x\") { a } ... @defer(label: \"x\") { node { id } } list @stream(label: \"x\") { id } }")]
    [InlineData("query ($l: String) { ... @defer(label: $l) { a } list @stream(label: $l) { id } }")]
    [InlineData("query ($l: String) { ... @defer(label: null) { a } ... @defer(if: false, label: \"y\") { a } list @stream(label: 3) { id } }")]
    [InlineData("{ a @stream node @stream { id @stream list @stream { id } } grid @stream }")]
    [InlineData("mutation { ... @defer { change { id } } list @stream ...F ...F @defer } fragment F on Mutation { change { id ... @defer { id } list @stream(initialCount: 2) { id } } other: list @stream }")]
    [InlineData("subscription { told { ... @defer { id } ... @defer(if: false) { id } } }")]
    [InlineData("subscription ($v: Boolean!) { told { ... @defer(if: $v) { id } ...F list @stream(if: true) { id } } } fragment F on Node { node { ...G @skip(if: true) ...G @skip(if: false) } } fragment G on Node { list @stream { id } }")]
    [InlineData("subscription { list @stream }")]
    [InlineData("{ list @stream { id } list { id } }")]
    [InlineData("{ list @stream { id } list @stream { id } }")]
    [InlineData("{ list @stream(initialCount: 1) { id } ... { list @stream(initialCount: 2) { node { id } } } }")]
    [InlineData("{ ...F list @stream { id } } fragment F on Query { list { id } }")]
    [InlineData("{ node { ...F ...F } } fragment F on Node { list @stream { id } }")]
    [InlineData("{ ... @defer(if: 3) { a } list @stream(initialCount: \"x\", unknown: 1) { id } }")]
    [InlineData("{ a @defer ... @stream { a } ... @defer @defer { a } }")]
    public void A_document_gets_the_errors_that_the_reference_gives(string document)
    {
        using NodeOracle reference = new();
        JsonElement told = JsonDocument.Parse(reference.Ask(new { parts = Sdl, document })).RootElement[0];
        string[] expected = told.TryGetProperty("data", out _) || !told.TryGetProperty("errors", out JsonElement list) ? [] : [.. list.EnumerateArray().Select(RecordedCase.Describe).Order(StringComparer.Ordinal)];
        GraphQLSchema schema = new SchemaBuilder().AddSdl(Sdl).Assemble().Schema;
        EngineOptions unlimited = new() { Limits = EngineLimits.None with { IntrospectionDepth = 3, ValidationErrors = 1000 } };
        IReadOnlyList<GraphQLError> errors = DocumentValidation.Validate(schema, DocumentParser.Parse(SourceText.Of(document), ParserLimits.Trusted).Document!, unlimited);

        Assert.Equal(expected, errors.Select(RecordedCase.Describe).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void More_parts_than_allowed_are_refused()
    {
        GraphQLSchema schema = new SchemaBuilder().AddSdl(Sdl).Assemble().Schema;
        string document = $"{{ {string.Concat(Enumerable.Repeat("... @defer { a } ", 11))} }}";
        GraphQLError error = Assert.Single(DocumentValidation.Validate(schema, DocumentParser.Parse(SourceText.Of(document), ParserLimits.Trusted).Document!, new EngineOptions()));

        Assert.Equal((ErrorCodes.LimitExceeded, "Document asks for more than 10 parts by @defer and @stream."), (error.Code, error.Message));
    }
}
