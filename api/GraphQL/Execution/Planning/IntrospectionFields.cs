using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.BuiltIn;
using ProdSales.GraphQL.Types.Input;
using ProdSales.GraphQL.Types.Introspection;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>The fields that no type lists: <c>__typename</c> everywhere, <c>__schema</c> and <c>__type</c> on the query type.</summary>
internal static class IntrospectionFields
{
    public static FieldDefinition TypeName { get; } = new(
        "__typename", new NonNullType(BuiltIns.String), [], "The name of the type of this value.", null,
        new ImmediateResolution(context => context.Field.ParentType.Name));

    public static FieldDefinition Schema { get; } = new(
        "__schema", new NonNullType(IntrospectionTypes.Schema), [], "The schema that is served.", null,
        new ImmediateResolution(context => context.Operation.ShownSchema));

    public static FieldDefinition Type { get; } = new(
        "__type", IntrospectionTypes.Type, [new InputValue("name", new NonNullType(BuiltIns.String), null, null, null)], "One type by name.", null,
        new ImmediateResolution(context => context.Operation.ShownSchema.Type(context.Arguments.Value<string>("name")!)));

    /// <summary>The field of that name on a value of that type, or null.</summary>
    public static FieldDefinition? Find(GraphQLSchema schema, NamedType type, string name) => name switch
    {
        "__typename" when type is FieldsType or UnionType => TypeName,
        "__schema" when ReferenceEquals(type, schema.Query) => Schema,
        "__type" when ReferenceEquals(type, schema.Query) => Type,
        _ => (type as FieldsType)?.Field(name),
    };
}
