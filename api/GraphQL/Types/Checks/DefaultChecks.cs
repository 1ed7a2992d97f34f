using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Checks;

/// <summary>The rule that a default fits its type; asked only of schemas that are sound otherwise, since it writes defaults out.</summary>
internal static class DefaultChecks
{
    public static IEnumerable<string> Check(GraphQLSchema schema)
        => Values(schema).Where(value => !Fits(value.Value)).Select(value => $"The default of {value.Where}, {value.Value.Default}, is not a {value.Value.Type}.");

    private static bool Fits(InputValue value) => value.DefaultLiteral is null || LiteralCoercion.TryCoerce(value.DefaultLiteral, value.Type, VariableValues.None, out _);

    private static IEnumerable<(InputValue Value, string Where)> Values(GraphQLSchema schema) => schema.Types.Where(type => !type.IsBuiltIn)
        .SelectMany(type => type switch
        {
            FieldsType fields => fields.Fields.SelectMany(field => field.Arguments.Select(argument => (argument, $"{type}.{field.Name}({argument.Name}:)"))),
            InputObjectType input => input.Fields.Select(field => (field, $"{type}.{field.Name}")),
            _ => [],
        })
        .Concat(schema.Directives.Where(directive => !directive.IsBuiltIn)
            .SelectMany(directive => directive.Arguments.Select(argument => (argument, $"@{directive.Name}({argument.Name}:)"))));
}
