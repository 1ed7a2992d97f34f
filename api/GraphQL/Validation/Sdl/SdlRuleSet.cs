namespace ProdSales.GraphQL.Validation.Sdl;

/// <summary>The rules about the schema language by the names of the reference implementation, without its suffix <c>Rule</c>.</summary>
internal static class SdlRuleSet
{
    /// <summary>All rules, in the order in which their errors are given.</summary>
    public static IReadOnlyDictionary<string, Action<SdlContext>> All { get; } = new OrderedDictionary<string, Action<SdlContext>>(StringComparer.Ordinal)
    {
        ["LoneSchemaDefinition"] = SchemaRules.LoneSchemaDefinition,
        ["UniqueOperationTypes"] = SchemaRules.UniqueOperationTypes,
        ["UniqueTypeNames"] = DefinitionNames.UniqueTypeNames,
        ["UniqueEnumValueNames"] = DefinitionNames.UniqueEnumValueNames,
        ["UniqueFieldDefinitionNames"] = DefinitionNames.UniqueFieldDefinitionNames,
        ["UniqueArgumentDefinitionNames"] = DefinitionNames.UniqueArgumentDefinitionNames,
        ["UniqueDirectiveNames"] = DefinitionNames.UniqueDirectiveNames,
        ["KnownTypeNames"] = TypeReferenceRules.KnownTypeNames,
        ["KnownDirectives"] = AppliedDirectives.KnownDirectives,
        ["UniqueDirectivesPerLocation"] = AppliedDirectives.UniqueDirectivesPerLocation,
        ["PossibleTypeExtensions"] = TypeReferenceRules.PossibleTypeExtensions,
        ["KnownArgumentNamesOnDirectives"] = AppliedDirectives.KnownArgumentNames,
        ["UniqueArgumentNames"] = AppliedDirectives.UniqueArgumentNames,
        ["UniqueInputFieldNames"] = SdlValues.UniqueInputFieldNames,
        ["ProvidedRequiredArgumentsOnDirectives"] = AppliedDirectives.ProvidedRequiredArguments,
    };

    /// <summary>Why a document is no schema, or no extension of one; empty when it is.</summary>
    public static IReadOnlyList<GraphQLError> Run(SdlContext context, IEnumerable<Action<SdlContext>> rules)
    {
        foreach (Action<SdlContext> rule in rules)
        {
            rule(context);
        }

        return context.Errors;
    }
}
