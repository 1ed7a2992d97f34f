using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.BuiltIn;

namespace ProdSales.GraphQL.Validation.Merging;

/// <summary>What two fields of one response name must have in common.</summary>
internal static class FieldEquality
{
    /// <summary>Whether the arguments are the same in any order, fields of input objects in any order too.</summary>
    public static bool HaveSameArguments(FieldNode one, FieldNode other) => AreSame(one.Arguments, other.Arguments);

    /// <summary>Whether both fields have a <c>@stream</c>, with the same arguments.</summary>
    public static bool HaveSameStreams(FieldNode one, FieldNode other)
        => StreamOf(one) is { } stream && StreamOf(other) is { } another && AreSame(stream.Arguments, another.Arguments);

    /// <summary>Whether one of several fields has a <c>@stream</c>, so that the list of the others could not be the same.</summary>
    public static bool DoStreamsOverlap(GraphQLSchema schema, params MergeField[] fields)
        => schema.Directive(BuiltIns.Stream.Name) is not null
            && Array.Exists(fields, field => StreamOf(field.Node) is not null)
            && Array.Exists(fields, field => !ReferenceEquals(field.Node, fields[0].Node));

    private static DirectiveNode? StreamOf(FieldNode field) => Array.Find(field.Directives, directive => directive.Name.Value == BuiltIns.Stream.Name);

    private static bool AreSame(ArgumentNode[] arguments, ArgumentNode[] others)
        => arguments.Length == others.Length && Array.TrueForAll(arguments, argument =>
            Array.FindLast(others, candidate => candidate.Name.Value == argument.Name.Value) is { } same
            && Canonical(argument.Value) == Canonical(same.Value));

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
