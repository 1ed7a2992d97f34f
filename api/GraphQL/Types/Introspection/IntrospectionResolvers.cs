using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Introspection;

/// <summary>The values of the introspection fields, read from the schema itself.</summary>
internal static class IntrospectionResolvers
{
    public static void Attach(SchemaBuilder builder)
    {
        AttachSchema(builder.Object("__Schema"));
        AttachType(builder.Object("__Type"));
        AttachField(builder.Object("__Field"));
        AttachInputValue(builder.Object("__InputValue"));
        AttachEnumValue(builder.Object("__EnumValue"));
        AttachDirective(builder.Object("__Directive"));
    }

    private static void AttachSchema(FieldsTypeBuilder schema)
    {
        Set<GraphQLSchema>(schema, "description", source => source.Description);
        Set<GraphQLSchema>(schema, "types", source => source.Types);
        Set<GraphQLSchema>(schema, "queryType", source => source.Query);
        Set<GraphQLSchema>(schema, "mutationType", source => source.Mutation);
        Set<GraphQLSchema>(schema, "subscriptionType", source => source.Subscription);
        Set<GraphQLSchema>(schema, "directives", source => source.Directives);
    }

    private static void AttachType(FieldsTypeBuilder type)
    {
        Set<GraphType>(type, "kind", Kind);
        Set<GraphType>(type, "name", source => (source as NamedType)?.Name);
        Set<GraphType>(type, "description", source => (source as NamedType)?.Description);
        Set<GraphType>(type, "specifiedByURL", source => (source as ScalarType)?.SpecifiedByUrl);
        Set<GraphType>(type, "interfaces", source => (source as FieldsType)?.Interfaces);
        Set<GraphType>(type, "isOneOf", source => (source as InputObjectType)?.IsOneOf);
        Set<GraphType>(type, "ofType", source => source switch { ListType list => list.Item, NonNullType nonNull => nonNull.Inner, _ => null });
        type.Field("fields").Resolve(context
            => (context.Source as FieldsType)?.Fields.Where(field => IsShown(context, field.DeprecationReason)));
        type.Field("enumValues").Resolve(context
            => (context.Source as EnumType)?.Values.Where(value => IsShown(context, value.DeprecationReason)));
        type.Field("inputFields").Resolve(context
            => (context.Source as InputObjectType)?.Fields.Where(field => IsShown(context, field.DeprecationReason)));
        type.Field("possibleTypes").Resolve(context
            => context.Source is UnionType or InterfaceType ? context.Operation.ShownSchema.PossibleTypes((NamedType)context.Source) : null);
    }

    private static void AttachField(FieldsTypeBuilder field)
    {
        Set<FieldDefinition>(field, "name", source => source.Name);
        Set<FieldDefinition>(field, "description", source => source.Description);
        Set<FieldDefinition>(field, "type", source => source.Type);
        Set<FieldDefinition>(field, "isDeprecated", source => source.DeprecationReason is not null);
        Set<FieldDefinition>(field, "deprecationReason", source => source.DeprecationReason);
        field.Field("args").Resolve(context
            => ((FieldDefinition)context.Source!).Arguments.Where(argument => IsShown(context, argument.DeprecationReason)));
    }

    private static void AttachInputValue(FieldsTypeBuilder value)
    {
        Set<InputValue>(value, "name", source => source.Name);
        Set<InputValue>(value, "description", source => source.Description);
        Set<InputValue>(value, "type", source => source.Type);
        Set<InputValue>(value, "defaultValue", source => source.Default);
        Set<InputValue>(value, "isDeprecated", source => source.DeprecationReason is not null);
        Set<InputValue>(value, "deprecationReason", source => source.DeprecationReason);
    }

    private static void AttachEnumValue(FieldsTypeBuilder value)
    {
        Set<EnumValue>(value, "name", source => source.Name);
        Set<EnumValue>(value, "description", source => source.Description);
        Set<EnumValue>(value, "isDeprecated", source => source.DeprecationReason is not null);
        Set<EnumValue>(value, "deprecationReason", source => source.DeprecationReason);
    }

    private static void AttachDirective(FieldsTypeBuilder directive)
    {
        Set<DirectiveDefinition>(directive, "name", source => source.Name);
        Set<DirectiveDefinition>(directive, "description", source => source.Description);
        Set<DirectiveDefinition>(directive, "isRepeatable", source => source.IsRepeatable);
        Set<DirectiveDefinition>(directive, "locations", source => source.Locations);
        directive.Field("args").Resolve(context
            => ((DirectiveDefinition)context.Source!).Arguments.Where(argument => IsShown(context, argument.DeprecationReason)));
    }

    private static void Set<T>(FieldsTypeBuilder type, string field, Func<T, object?> value)
        => type.Field(field).Resolve(context => value((T)context.Source!));

    private static bool IsShown(FieldContext context, string? deprecationReason)
        => deprecationReason is null || context.Arguments.Value<bool>("includeDeprecated");

    private static string Kind(GraphType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };
}
