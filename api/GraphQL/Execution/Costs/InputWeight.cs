using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Execution.Costs;

/// <summary>What arguments add to the cost of a field: each that is given its weight, with that of every input field that stands in it. An input object weighs 1 and a leaf nothing, unless the schema says otherwise.</summary>
internal static class InputWeight
{
    /// <summary>Whether the cost of a field may depend on what it is given.</summary>
    public static bool MayWeigh(FieldDefinition field) => field.Arguments.Any(argument => argument.Weight is not null || argument.Type.Named is InputObjectType);

    /// <summary>The weight of the arguments that a caller gives; below 0 where the schema says that they save work.</summary>
    public static double OfArguments(SelectedField field)
    {
        double weight = 0;
        foreach (InputValue argument in field.Definition.Arguments)
        {
            if (field.Arguments.Values.TryGetValue(argument.Name, out object? value) && field.Gives(argument.Name))
            {
                weight += Of(argument, value);
            }
        }

        return weight;
    }

    private static double Of(InputValue input, object? value)
        => value is null ? 0 : (input.Weight ?? (input.Type.Named is InputObjectType ? 1 : 0)) + Below(input.Type.Named, value);

    private static double Below(NamedType type, object? value) => (type, value) switch
    {
        (InputObjectType, object?[] items) => items.Sum(item => Below(type, item)),
        (InputObjectType input, Dictionary<string, object?> given) => input.Fields.Sum(field => given.TryGetValue(field.Name, out object? inner) ? Of(field, inner) : 0),
        _ => 0,
    };
}
