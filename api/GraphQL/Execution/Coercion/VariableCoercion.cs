using System.Text.Json;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Coercion;

/// <summary>The variables of a request (CoerceVariableValues in the specification).</summary>
internal static class VariableCoercion
{
    private const int ErrorsShown = 50;

    /// <summary>Coerces the variables; the errors are empty exactly when the values fit. Near names are told only where the schema may be.</summary>
    public static (VariableValues Values, IReadOnlyList<GraphQLError> Errors) Coerce(
        GraphQLSchema schema, OperationNode operation, JsonElement? given, SourceText source, int listLength, bool givesHints = true)
        => operation.Variables.Length == 0 ? (VariableValues.None, []) : CoerceAll(schema, operation, given, source, listLength, givesHints);

    private static (VariableValues Values, IReadOnlyList<GraphQLError> Errors) CoerceAll(
        GraphQLSchema schema, OperationNode operation, JsonElement? given, SourceText source, int listLength, bool givesHints)
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        List<GraphQLError> errors = [];
        foreach (VariableDefinitionNode variable in operation.Variables)
        {
            JsonCoercion coercion = new(variable.Variable.Name, listLength, givesHints, Note);
            CoerceOne(schema, variable, given, coercion, values, Note);
            void Note(string problem)
            {
                if (errors.Count < ErrorsShown + 1)
                {
                    int place = schema.Resolve(variable.Type) is { IsInput: true } ? variable.Start : variable.Type.Start;
                    errors.Add(new GraphQLError(ErrorCodes.BadVariables, problem) { Locations = [source.LocationOf(place)] });
                }
            }

            if (errors.Count >= ErrorsShown)
            {
                errors.RemoveRange(ErrorsShown, errors.Count - ErrorsShown);
                errors.Add(new GraphQLError(ErrorCodes.BadVariables, "Too many errors processing variables, error limit reached. Execution aborted."));
                break;
            }
        }

        return (new VariableValues(values), errors);
    }

    private static void CoerceOne(
        GraphQLSchema schema, VariableDefinitionNode variable, JsonElement? given, JsonCoercion coercion, Dictionary<string, object?> values, Action<string> report)
    {
        string name = variable.Variable.Name;
        GraphType? type = schema.Resolve(variable.Type);
        if (type is null || !type.IsInput)
        {
            report($"Variable \"${name}\" expected value of type \"{Printer.Print(variable.Type)}\" which cannot be used as an input type.");
            return;
        }

        JsonElement value = default;
        bool isPresent = given is { ValueKind: JsonValueKind.Object } && given.Value.TryGetProperty(name, out value);
        if (!isPresent)
        {
            if (variable.DefaultValue is not null)
            {
                values[name] = LiteralCoercion.TryCoerce(variable.DefaultValue, type, VariableValues.None, out object? fallback) ? fallback : null;
            }
            else if (type is NonNullType)
            {
                report($"Variable \"${name}\" of required type \"{type}\" was not provided.");
            }

            return;
        }

        if (value.ValueKind == JsonValueKind.Null && type is NonNullType)
        {
            report($"Variable \"${name}\" of non-null type \"{type}\" must not be null.");
            return;
        }

        values[name] = coercion.Coerce(value, type);
    }
}
