using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Types.Checks;
using ProdSales.GraphQL.Validation.Sdl;

namespace ProdSales.GraphQL.Types.Sdl;

/// <summary>A schema that somebody wrote, or what is wrong with it.</summary>
/// <param name="Schema">The schema, which can be compared and printed but resolves nothing; null when there are errors.</param>
/// <param name="Errors">What is wrong, with places in the text where they are known; empty for a schema.</param>
public sealed record SchemaReading(GraphQLSchema? Schema, IReadOnlyList<GraphQLError> Errors)
{
    /// <summary>Reads a text in the schema language by all rules of the specification. Nothing in the text can make it throw.</summary>
    public static SchemaReading Of(string sdl)
    {
        (DocumentNode? document, GraphQLError? error) = DocumentParser.Parse(SourceText.Of(sdl), ParserLimits.Trusted);
        if (document is null)
        {
            return new SchemaReading(null, [error!]);
        }

        IReadOnlyList<GraphQLError> broken =
        [
            .. document.Definitions.Where(definition => definition is not TypeSystemNode)
                .Select(definition => new GraphQLError(ErrorCodes.ValidationFailed, "A schema holds no operations or fragments.") { Locations = [document.Source.LocationOf(definition.Start)] }),
            .. SdlRuleSet.Run(new SdlContext(null, document), SdlRuleSet.All.Values),
        ];
        return broken.Count > 0 ? new SchemaReading(null, broken) : Assembled(document);
    }

    private static SchemaReading Assembled(DocumentNode document)
    {
        (GraphQLSchema schema, List<string> problems) = new SchemaBuilder().AddSdl(document).Assemble();
        if (problems.Count == 0)
        {
            problems.AddRange(SchemaChecks.Check(schema));
        }

        if (problems.Count > 0)
        {
            return new SchemaReading(null, [.. problems.Select(problem => new GraphQLError(ErrorCodes.ValidationFailed, problem))]);
        }

        IReadOnlyList<GraphQLError> values = [.. AppliedValues.Check(schema, document)];
        return values.Count == 0 ? new SchemaReading(schema, []) : new SchemaReading(null, values);
    }
}
