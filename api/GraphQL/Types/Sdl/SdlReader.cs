using ProdSales.GraphQL.Execution.Costs;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Types.BuiltIn;

namespace ProdSales.GraphQL.Types.Sdl;

/// <summary>Turns definitions of the schema language into calls of the builder.</summary>
internal sealed class SdlReader(SchemaBuilder builder)
{
    /// <summary>Reads definitions first and extensions afterwards, so that their order does not matter.</summary>
    public void Read(DocumentNode document)
    {
        foreach (TypeSystemNode definition in document.Definitions.OfType<TypeSystemNode>().OrderBy(definition => definition.IsExtension))
        {
            Read(definition);
        }
    }

    private void Read(TypeSystemNode definition)
    {
        switch (definition)
        {
            case SchemaNode schema:
                ReadSchema(schema);
                break;
            case ScalarNode scalar:
                ReadScalar(scalar);
                break;
            case FieldsTypeNode type:
                ReadFieldsType(type);
                break;
            case UnionNode union:
                UnionBuilder members = builder.Union(union.Name.Value);
                members.Description ??= union.Description?.Value;
                Array.ForEach(union.Members, member => members.Member(member.Name));
                break;
            case EnumNode values:
                EnumBuilder names = builder.Enum(values.Name.Value);
                names.Description ??= values.Description?.Value;
                Array.ForEach(values.Values, value => names.Value(value.Name.Value, value.Description?.Value, null, DeprecationReason(value.Directives)));
                break;
            case InputObjectNode input:
                ReadInput(input);
                break;
            case DirectiveDefinitionNode directive:
                builder.Add(new DirectiveBuilder(
                    directive.Name.Value,
                    directive.Description?.Value,
                    [.. directive.Arguments.Select(InputValue)],
                    directive.IsRepeatable,
                    [.. directive.Locations.Select(location => location.Value)]));
                break;
        }
    }

    private void ReadSchema(SchemaNode schema)
    {
        builder.Description = schema.Description?.Value ?? builder.Description;
        if (!schema.IsExtension)
        {
            (builder.QueryName, builder.MutationName, builder.SubscriptionName) = (string.Empty, string.Empty, string.Empty);
        }

        foreach (OperationTypeNode operation in schema.OperationTypes)
        {
            _ = operation.Kind switch
            {
                OperationKind.Query => builder.QueryName = operation.Type.Name,
                OperationKind.Mutation => builder.MutationName = operation.Type.Name,
                _ => builder.SubscriptionName = operation.Type.Name,
            };
        }
    }

    private void ReadScalar(ScalarNode node)
    {
        ScalarBuilder scalar = builder.Scalar(node.Name.Value);
        scalar.Description ??= node.Description?.Value;
        if (TextArgument(node.Directives, "specifiedBy", "url") is { } url)
        {
            scalar.SpecifiedBy(url);
        }
    }

    private void ReadFieldsType(FieldsTypeNode node)
    {
        FieldsTypeBuilder type = node.IsInterface ? builder.Interface(node.Name.Value) : builder.Object(node.Name.Value);
        type.Description ??= node.Description?.Value;
        Array.ForEach(node.Interfaces, implemented => type.Implements(implemented.Name));
        foreach (FieldDefinitionNode definition in node.Fields)
        {
            FieldBuilder field = type.Add(new FieldBuilder(type.Name, definition.Name.Value, definition.Type))
                .Describe(definition.Description?.Value)
                .Deprecate(DeprecationReason(definition.Directives))
                .Cost(CostDirectives.WeightOf(definition.Directives), CostDirectives.SizingOf(definition.Directives));
            Array.ForEach(definition.Arguments, argument => field.Argument(InputValue(argument)));
        }
    }

    private void ReadInput(InputObjectNode node)
    {
        InputObjectBuilder input = builder.Input(node.Name.Value);
        input.Description ??= node.Description?.Value;
        Array.ForEach(node.Fields, field => input.Field(InputValue(field)));
        if (Array.Exists(node.Directives, directive => directive.Name.Value == "oneOf"))
        {
            input.OneOf();
        }
    }

    private static InputValueBuilder InputValue(InputValueDefinitionNode node)
        => new(node.Name.Value, node.Type, node.Description?.Value, node.DefaultValue, DeprecationReason(node.Directives), CostDirectives.WeightOf(node.Directives));

    private static string? DeprecationReason(DirectiveNode[] directives)
        => Array.Exists(directives, directive => directive.Name.Value == "deprecated")
            ? TextArgument(directives, "deprecated", "reason") ?? BuiltIns.DefaultDeprecationReason
            : null;

    private static string? TextArgument(DirectiveNode[] directives, string directiveName, string argumentName)
    {
        DirectiveNode? directive = Array.Find(directives, candidate => candidate.Name.Value == directiveName);
        ArgumentNode? argument = Array.Find(directive?.Arguments ?? [], candidate => candidate.Name.Value == argumentName);
        return (argument?.Value as StringValueNode)?.Value;
    }
}
