using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Checks;

/// <summary>Finds input objects whose defaults would have to be written out for ever (chapter 3.10, <c>InputObjectDefaultValueHasCycle</c>).</summary>
internal static class DefaultCycles
{
    private static readonly ObjectValueNode Nothing = new(0, []);

    public static IEnumerable<string> Find(IEnumerable<InputObjectType> types) => types
        .Where(type => HasCycle(type, Nothing, []))
        .Select(type => $"The defaults of input object {type.Name} lead back to themselves.");

    private static bool HasCycle(InputObjectType type, ValueNode value, HashSet<InputValue> visited) => value switch
    {
        ListValueNode list => Array.Exists(list.Values, item => HasCycle(type, item, visited)),
        ObjectValueNode given => type.Fields.Any(field => HasCycle(field, given, visited)),
        _ => false,
    };

    private static bool HasCycle(InputValue field, ObjectValueNode given, HashSet<InputValue> visited)
    {
        if (field.Type.Named is not InputObjectType type)
        {
            return false;
        }

        if (Array.Find(given.Fields, candidate => candidate.Name.Value == field.Name) is { } entry)
        {
            return HasCycle(type, entry.Value, visited);
        }

        return field.DefaultLiteral is not null && (visited.Contains(field) || HasCycle(type, field.DefaultLiteral, [.. visited, field]));
    }
}
