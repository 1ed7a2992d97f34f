using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Comparison;

/// <summary>Writes what a default stands for in one way, whatever way it was written in: fields by name with their own defaults, a lone item as a list, and a scalar's bare name as text.</summary>
internal static class CanonicalValue
{
    public static string Print(ValueNode value, GraphType type) => Printer.Print(Of(value, type));

    private static ValueNode Of(ValueNode value, GraphType type) => (value, type.Nullable) switch
    {
        (NullValueNode, _) => value,
        (ListValueNode list, ListType of) => new ListValueNode(0, [.. list.Values.Select(item => Of(item, of.Item))]),
        (_, ListType of) => new ListValueNode(0, [Of(value, of.Item)]),
        (ObjectValueNode given, InputObjectType of) => new ObjectValueNode(0, [.. of.Fields.OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => Field(given, field)).OfType<ObjectFieldNode>()]),
        (EnumValueNode name, ScalarType) => new StringValueNode(0, name.Value, IsBlock: false),
        _ => value,
    };

    private static ObjectFieldNode? Field(ObjectValueNode given, InputValue field)
    {
        ValueNode? value = Array.Find(given.Fields, candidate => candidate.Name.Value == field.Name)?.Value ?? field.DefaultLiteral;
        return value is null ? null : new ObjectFieldNode(0, new Name(field.Name, 0), Of(value, field.Type));
    }
}
