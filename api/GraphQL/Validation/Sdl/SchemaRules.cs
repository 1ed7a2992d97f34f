using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Sdl;

/// <summary>The rules about the <c>schema</c> definition (chapter 3.3 of the specification).</summary>
internal static class SchemaRules
{
    public static void LoneSchemaDefinition(SdlContext context)
    {
        bool exists = context.Existing is { } schema && (schema.Query ?? schema.Mutation ?? schema.Subscription) is not null;
        foreach ((int index, SchemaNode definition) in context.Definitions.OfType<SchemaNode>().Where(definition => !definition.IsExtension).Index())
        {
            if (exists)
            {
                context.Report("Cannot define a new schema within a schema extension.", definition.Start);
            }
            else if (index > 0)
            {
                context.Report("Must provide only one schema definition.", definition.Start);
            }
        }
    }

    public static void UniqueOperationTypes(SdlContext context)
    {
        Dictionary<OperationKind, OperationTypeNode> known = [];
        foreach (OperationTypeNode operation in context.Definitions.OfType<SchemaNode>().SelectMany(schema => schema.OperationTypes))
        {
            string kind = operation.Kind.ToString().ToLowerInvariant();
            if (Root(context.Existing, operation.Kind) is not null)
            {
                context.Report($"Type for {kind} already defined in the schema. It cannot be redefined.", operation.Start);
            }
            else if (!known.TryAdd(operation.Kind, operation))
            {
                context.Report($"There can be only one {kind} type in schema.", known[operation.Kind].Start, operation.Start);
            }
        }
    }

    private static ObjectType? Root(GraphQLSchema? schema, OperationKind kind) => kind switch
    {
        OperationKind.Query => schema?.Query,
        OperationKind.Mutation => schema?.Mutation,
        _ => schema?.Subscription,
    };
}
