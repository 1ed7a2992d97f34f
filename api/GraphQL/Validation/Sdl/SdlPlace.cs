using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Validation.Sdl;

/// <summary>A place of a schema that can carry directives.</summary>
/// <param name="Directives">The directives that stand there.</param>
/// <param name="Location">The place in the words of the specification.</param>
/// <param name="Owner">What the directives are applied to: a definition and its extensions are one thing.</param>
internal sealed record SdlPlace(DirectiveNode[] Directives, string Location, object Owner)
{
    /// <summary>All places in the order of the text.</summary>
    public static IEnumerable<SdlPlace> Of(IEnumerable<TypeSystemNode> definitions) => definitions.SelectMany(definition => definition switch
    {
        SchemaNode schema => [new SdlPlace(schema.Directives, DirectiveLocations.Schema, DirectiveLocations.Schema)],
        ScalarNode scalar => [OfType(scalar, DirectiveLocations.Scalar)],
        FieldsTypeNode type => type.Fields.SelectMany(OfField).Prepend(OfType(type, type.IsInterface ? DirectiveLocations.Interface : DirectiveLocations.Object)),
        UnionNode union => [OfType(union, DirectiveLocations.Union)],
        EnumNode values => values.Values.Select(value => new SdlPlace(value.Directives, DirectiveLocations.EnumValue, value)).Prepend(OfType(values, DirectiveLocations.Enum)),
        InputObjectNode input => input.Fields.Select(field => OfInput(field, DirectiveLocations.InputFieldDefinition)).Prepend(OfType(input, DirectiveLocations.InputObject)),
        DirectiveDefinitionNode directive => directive.Arguments.Select(argument => OfInput(argument, DirectiveLocations.ArgumentDefinition)),
        _ => Enumerable.Empty<SdlPlace>(),
    });

    private static SdlPlace OfType(TypeDefinitionNode type, string location) => new(type.Directives, location, ("type", type.Name.Value));

    private static IEnumerable<SdlPlace> OfField(FieldDefinitionNode field)
        => field.Arguments.Select(argument => OfInput(argument, DirectiveLocations.ArgumentDefinition)).Prepend(new SdlPlace(field.Directives, DirectiveLocations.FieldDefinition, field));

    private static SdlPlace OfInput(InputValueDefinitionNode value, string location) => new(value.Directives, location, value);
}
