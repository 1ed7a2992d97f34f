using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Building;

/// <summary>One argument or input field that is being built.</summary>
internal sealed record InputValueBuilder(string Name, TypeNode Type, string? Description, ValueNode? DefaultLiteral, string? DeprecationReason, double? Weight = null)
{
    public static InputValue[] Build(IEnumerable<InputValueBuilder> values, TypeReferences types, string where)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        List<InputValue> built = [];
        foreach (InputValueBuilder value in values)
        {
            if (!names.Add(value.Name))
            {
                types.Problems.Add($"{where}.{value.Name} is defined twice.");
                continue;
            }

            GraphType type = types.Resolve(value.Type, $"{where}.{value.Name}");
            built.Add(new InputValue(value.Name, type, value.Description, value.DeprecationReason, value.DefaultLiteral, value.Weight));
        }

        return [.. built];
    }
}
