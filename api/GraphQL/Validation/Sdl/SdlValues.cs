using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Validation.Sdl;

/// <summary>The rule about literals in a schema (chapter 5.6 of the specification): values of directives' arguments and defaults.</summary>
internal static class SdlValues
{
    public static void UniqueInputFieldNames(SdlContext context)
    {
        IEnumerable<ValueNode> given = AppliedDirectives.Applied(context).SelectMany(directive => directive.Arguments).Select(argument => argument.Value);
        IEnumerable<ValueNode> defaults = context.Definitions.SelectMany(Inputs).Select(input => input.DefaultValue).OfType<ValueNode>();
        foreach (ObjectValueNode value in given.Concat(defaults).SelectMany(Objects))
        {
            Dictionary<string, int> known = new(StringComparer.Ordinal);
            foreach (ObjectFieldNode field in value.Fields)
            {
                if (!known.TryAdd(field.Name.Value, field.Name.Start))
                {
                    context.Report($"There can be only one input field named \"{field.Name}\".", known[field.Name.Value], field.Name.Start);
                }
            }
        }
    }

    private static IEnumerable<InputValueDefinitionNode> Inputs(TypeSystemNode definition) => definition switch
    {
        FieldsTypeNode type => type.Fields.SelectMany(field => field.Arguments),
        InputObjectNode input => input.Fields,
        DirectiveDefinitionNode directive => directive.Arguments,
        _ => [],
    };

    private static IEnumerable<ObjectValueNode> Objects(ValueNode value) => value switch
    {
        ListValueNode list => list.Values.SelectMany(Objects),
        ObjectValueNode fields => fields.Fields.SelectMany(field => Objects(field.Value)).Prepend(fields),
        _ => [],
    };
}
