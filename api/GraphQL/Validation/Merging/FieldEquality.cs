using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Merging;

/// <summary>What two fields of one response name must have in common.</summary>
internal static class FieldEquality
{
    /// <summary>Whether the arguments are the same in any order, fields of input objects in any order too.</summary>
    public static bool HaveSameArguments(FieldNode one, FieldNode other)
    {
        if (one.Arguments.Length != other.Arguments.Length)
        {
            return false;
        }

        return Array.TrueForAll(one.Arguments, argument =>
            Array.FindLast(other.Arguments, candidate => candidate.Name.Value == argument.Name.Value) is { } same
            && Canonical(argument.Value) == Canonical(same.Value));
    }

    /// <summary>Whether the values could not stand in one place of a response (SameResponseShape in the specification).</summary>
    public static bool DoTypesConflict(GraphType one, GraphType other) => (one, other) switch
    {
        (ListType a, ListType b) => DoTypesConflict(a.Item, b.Item),
        (NonNullType a, NonNullType b) => DoTypesConflict(a.Inner, b.Inner),
        (NonNullType, _) or (_, NonNullType) => true,
        (ListType, _) or (_, ListType) => true,
        _ => (one.IsLeaf || other.IsLeaf) && !ReferenceEquals(one, other),
    };

    private static string Canonical(ValueNode value) => value switch
    {
        ObjectValueNode fields => $"{{{string.Join(", ", fields.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal).Select(field => $"{field.Name}: {Canonical(field.Value)}"))}}}",
        ListValueNode list => $"[{string.Join(", ", list.Values.Select(Canonical))}]",
        StringValueNode text => StringNotation.Quote(text.Value),
        _ => Printer.Print(value),
    };
}
