using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Execution.Coercion;

/// <summary>The arguments of a field (CoerceArgumentValues in the specification).</summary>
internal static class ArgumentCoercion
{
    /// <summary>Coerces the arguments of a field; exactly one of the two results is null.</summary>
    public static (Arguments? Arguments, GraphQLError? Error) Coerce(
        IReadOnlyList<InputValue> definitions, ArgumentNode[] given, VariableValues variables, SourceText source, int fieldStart)
    {
        if (definitions.Count == 0)
        {
            return (Arguments.None, null);
        }

        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (InputValue definition in definitions)
        {
            ArgumentNode? argument = Array.Find(given, candidate => candidate.Name.Value == definition.Name);
            string? problem = Add(values, definition, argument?.Value, variables);
            if (problem is not null)
            {
                SourceLocation location = source.LocationOf(argument?.Value.Start ?? fieldStart);
                return (null, new GraphQLError(ErrorCodes.BadArgument, problem) { Locations = [location] });
            }
        }

        return (values.Count == 0 ? Arguments.None : new Arguments(values), null);
    }

    private static string? Add(Dictionary<string, object?> values, InputValue definition, ValueNode? literal, VariableValues variables)
    {
        VariableNode? variable = literal as VariableNode;
        object? variableValue = null;
        bool isAbsent = literal is null || (variable is not null && !variables.TryGet(variable.Name, out variableValue));
        if (isAbsent)
        {
            if (definition.DefaultLiteral is not null)
            {
                values[definition.Name] = LiteralCoercion.Default(definition);
                return null;
            }

            return definition.Type is not NonNullType ? null
                : variable is null ? $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided."
                : $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was provided the variable \"${variable.Name}\" which was not provided a runtime value.";
        }

        bool isNull = literal is NullValueNode || (variable is not null && variableValue is null);
        if (isNull && definition.Type is NonNullType)
        {
            return $"Argument \"{definition.Name}\" of non-null type \"{definition.Type}\" must not be null.";
        }

        bool fits = LiteralCoercion.TryCoerce(literal!, definition.Type, variables, out object? value);
        values[definition.Name] = value;
        return fits ? null : $"Argument \"{definition.Name}\" has invalid value {Printer.Print(literal!)}.";
    }
}
