using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Comparison;

/// <summary>Finds what changed from one version of a schema to another. Descriptions and order are no changes.</summary>
public static class SchemaComparison
{
    /// <summary>The changes in the order of the earlier schema, directives first, what is new after what was there.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    public static IReadOnlyList<SchemaChange> Between(GraphQLSchema before, GraphQLSchema after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. DirectiveComparison.Between(before, after), .. Types(before, after)];
    }

    private static IEnumerable<SchemaChange> Types(GraphQLSchema before, GraphQLSchema after)
    {
        foreach (NamedType type in before.Types)
        {
            if (after.Type(type.Name) is not { } now)
            {
                string why = type is ScalarType { IsBuiltIn: true } ? $"Standard scalar {type} was removed because it is not referenced anymore." : $"{type} was removed.";
                yield return new SchemaChange(ChangeKind.TypeRemoved, type.Name, why);
                continue;
            }

            foreach (SchemaChange change in Type(type, now))
            {
                yield return change;
            }
        }

        foreach (NamedType type in after.Types.Where(type => !type.IsBuiltIn && before.Type(type.Name) is null))
        {
            yield return new SchemaChange(ChangeKind.TypeAdded, type.Name, $"{type} was added.");
        }
    }

    private static IEnumerable<SchemaChange> Type(NamedType before, NamedType after) => (before, after) switch
    {
        (EnumType was, EnumType now) => Enum(was, now),
        (UnionType was, UnionType now) => Union(was, now),
        (InputObjectType was, InputObjectType now) => Input(was, now),
        (ObjectType was, ObjectType now) => FieldComparison.Between(was, now),
        (InterfaceType was, InterfaceType now) => FieldComparison.Between(was, now),
        (ScalarType, ScalarType) => [],
        _ => [new SchemaChange(ChangeKind.TypeChangedKind, before.Name, $"{before} changed from {KindOf(before)} to {KindOf(after)}.")],
    };

    private static IEnumerable<SchemaChange> Enum(EnumType before, EnumType after)
    {
        foreach (EnumValue value in before.Values)
        {
            if (after.Value(value.Name) is not { } now)
            {
                yield return new SchemaChange(ChangeKind.ValueRemovedFromEnum, $"{before}.{value.Name}", $"{value.Name} was removed from enum type {before}.");
            }
            else if (value.DeprecationReason is null && now.DeprecationReason is not null)
            {
                yield return new SchemaChange(ChangeKind.Deprecated, $"{before}.{value.Name}", $"{before}.{value.Name} was deprecated: {now.DeprecationReason}");
            }
        }

        foreach (EnumValue value in after.Values.Where(value => before.Value(value.Name) is null))
        {
            yield return new SchemaChange(ChangeKind.ValueAddedToEnum, $"{before}.{value.Name}", $"{value.Name} was added to enum type {before}.");
        }
    }

    private static IEnumerable<SchemaChange> Union(UnionType before, UnionType after)
    {
        HashSet<string> was = [.. before.Members.Select(member => member.Name)];
        HashSet<string> now = [.. after.Members.Select(member => member.Name)];
        return was.Where(name => !now.Contains(name)).Select(name => new SchemaChange(ChangeKind.TypeRemovedFromUnion, before.Name, $"{name} was removed from union type {before}."))
            .Concat(now.Where(name => !was.Contains(name)).Select(name => new SchemaChange(ChangeKind.TypeAddedToUnion, before.Name, $"{name} was added to union type {before}.")));
    }

    private static IEnumerable<SchemaChange> Input(InputObjectType before, InputObjectType after)
    {
        foreach (InputValue field in before.Fields)
        {
            string name = $"{before}.{field.Name}";
            if (after.Field(field.Name) is not { } now)
            {
                yield return new SchemaChange(ChangeKind.FieldRemoved, name, $"{name} was removed.");
            }
            else if (!TypeFit.Takes(now.Type, field.Type))
            {
                yield return new SchemaChange(ChangeKind.FieldChangedKind, name, $"{name} changed type from {field.Type} to {now.Type}.");
            }
        }

        foreach (InputValue field in after.Fields.Where(field => before.Field(field.Name) is null))
        {
            yield return field.IsRequired
                ? new SchemaChange(ChangeKind.RequiredInputFieldAdded, $"{before}.{field.Name}", $"A required field {field.Name} on input type {before} was added.")
                : new SchemaChange(ChangeKind.OptionalInputFieldAdded, $"{before}.{field.Name}", $"An optional field {field.Name} on input type {before} was added.");
        }
    }

    private static string KindOf(NamedType type) => type switch
    {
        ScalarType => "a Scalar type",
        ObjectType => "an Object type",
        InterfaceType => "an Interface type",
        UnionType => "a Union type",
        EnumType => "an Enum type",
        _ => "an Input type",
    };
}
