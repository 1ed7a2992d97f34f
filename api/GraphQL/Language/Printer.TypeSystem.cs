using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Language;

/// <content>The schema language.</content>
internal static partial class Printer
{
    private static string TypeSystem(TypeSystemNode definition) => (definition.IsExtension ? "extend " : Description(definition.Description)) + definition switch
    {
        SchemaNode schema => Words(
            "schema", Directives(schema.Directives), Block(schema.OperationTypes.Select(operation => $"{operation.Kind.ToString().ToLowerInvariant()}: {operation.Type.Name}"))),
        ScalarNode scalar => Words("scalar", scalar.Name.Value, Directives(scalar.Directives)),
        FieldsTypeNode type => Words(
            type.IsInterface ? "interface" : "type",
            type.Name.Value,
            Wrap("implements ", string.Join(" & ", type.Interfaces.Select(Print))),
            Directives(type.Directives),
            Block(type.Fields.Select(FieldDefinition))),
        UnionNode union => Words("union", union.Name.Value, Directives(union.Directives), Wrap("= ", string.Join(" | ", union.Members.Select(Print)))),
        EnumNode values => Words("enum", values.Name.Value, Directives(values.Directives), Block(values.Values.Select(EnumValue))),
        InputObjectNode input => Words("input", input.Name.Value, Directives(input.Directives), Block(input.Fields.Select(InputValue))),
        DirectiveDefinitionNode directive => $"directive @{directive.Name}{InputValues(directive.Arguments)}"
            + $"{(directive.IsRepeatable ? " repeatable" : string.Empty)} on {string.Join(" | ", directive.Locations)}",
        _ => throw new System.Diagnostics.UnreachableException(definition.GetType().Name),
    };

    private static string FieldDefinition(FieldDefinitionNode field)
        => $"{Description(field.Description)}{field.Name}{InputValues(field.Arguments)}: {Print(field.Type)}{Wrap(" ", Directives(field.Directives))}";

    private static string EnumValue(EnumValueDefinitionNode value)
        => Description(value.Description) + Words(value.Name.Value, Directives(value.Directives));

    private static string InputValue(InputValueDefinitionNode value)
        => $"{Description(value.Description)}{value.Name}: {Print(value.Type)}"
            + Wrap(" = ", value.DefaultValue is null ? string.Empty : Print(value.DefaultValue))
            + Wrap(" ", Directives(value.Directives));

    private static string InputValues(InputValueDefinitionNode[] values)
    {
        string[] printed = [.. values.Select(InputValue)];
        return Array.Exists(printed, value => value.Contains('\n', StringComparison.Ordinal))
            ? $"(\n{Indent(string.Join('\n', printed))}\n)"
            : Wrap("(", string.Join(", ", printed), ")");
    }
}
