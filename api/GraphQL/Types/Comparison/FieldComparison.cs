using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Comparison;

/// <summary>Finds what changed in the fields and interfaces of one type.</summary>
internal static class FieldComparison
{
    public static IEnumerable<SchemaChange> Between(FieldsType before, FieldsType after) => [.. Fields(before, after), .. Interfaces(before, after)];

    private static IEnumerable<SchemaChange> Fields(FieldsType before, FieldsType after)
    {
        foreach (FieldDefinition field in before.Fields)
        {
            string name = $"{before}.{field.Name}";
            if (after.Field(field.Name) is not { } now)
            {
                yield return new SchemaChange(ChangeKind.FieldRemoved, name, $"{name} was removed.");
                continue;
            }

            foreach (SchemaChange change in Arguments(name, field, now))
            {
                yield return change;
            }

            if (!TypeFit.Gives(now.Type, field.Type))
            {
                yield return new SchemaChange(ChangeKind.FieldChangedKind, name, $"{name} changed type from {field.Type} to {now.Type}.");
            }

            if (field.DeprecationReason is null && now.DeprecationReason is not null)
            {
                yield return new SchemaChange(ChangeKind.Deprecated, name, $"{name} was deprecated: {now.DeprecationReason}");
            }
        }

        foreach (FieldDefinition field in after.Fields.Where(field => before.Field(field.Name) is null))
        {
            yield return new SchemaChange(ChangeKind.FieldAdded, $"{before}.{field.Name}", $"{before}.{field.Name} was added.");
        }
    }

    private static IEnumerable<SchemaChange> Interfaces(FieldsType before, FieldsType after)
    {
        HashSet<string> was = [.. before.Interfaces.Select(contract => contract.Name)];
        HashSet<string> now = [.. after.Interfaces.Select(contract => contract.Name)];
        return now.Where(name => !was.Contains(name)).Select(name => new SchemaChange(ChangeKind.ImplementedInterfaceAdded, before.Name, $"{name} added to interfaces implemented by {before}."))
            .Concat(was.Where(name => !now.Contains(name)).Select(name => new SchemaChange(ChangeKind.ImplementedInterfaceRemoved, before.Name, $"{before} no longer implements interface {name}.")));
    }

    private static IEnumerable<SchemaChange> Arguments(string field, FieldDefinition before, FieldDefinition after)
    {
        foreach (InputValue argument in before.Arguments)
        {
            string coordinate = $"{field}({argument.Name}:)";
            if (after.Argument(argument.Name) is not { } now)
            {
                yield return new SchemaChange(ChangeKind.ArgRemoved, coordinate, $"{field} arg {argument.Name} was removed.");
            }
            else if (!TypeFit.Takes(now.Type, argument.Type))
            {
                yield return new SchemaChange(ChangeKind.ArgChangedKind, coordinate, $"{field} arg {argument.Name} has changed type from {argument.Type} to {now.Type}.");
            }
            else if (Default(coordinate, $"{field} arg {argument.Name}", argument, now) is { } change)
            {
                yield return change;
            }
        }

        foreach (InputValue argument in after.Arguments.Where(argument => before.Argument(argument.Name) is null))
        {
            yield return argument.IsRequired
                ? new SchemaChange(ChangeKind.RequiredArgAdded, $"{field}({argument.Name}:)", $"A required arg {argument.Name} on {field} was added.")
                : new SchemaChange(ChangeKind.OptionalArgAdded, $"{field}({argument.Name}:)", $"An optional arg {argument.Name} on {field} was added.");
        }
    }

    /// <summary>A default that is new is no change for callers who gave nothing: the argument could be left out before too.</summary>
    private static SchemaChange? Default(string coordinate, string argument, InputValue before, InputValue after)
    {
        if (before.DefaultLiteral is null)
        {
            return null;
        }

        if (after.DefaultLiteral is null)
        {
            return new SchemaChange(ChangeKind.ArgDefaultValueChange, coordinate, $"{argument} defaultValue was removed.");
        }

        (string was, string now) = (CanonicalValue.Print(before.DefaultLiteral, before.Type), CanonicalValue.Print(after.DefaultLiteral, after.Type));
        return was == now ? null : new SchemaChange(ChangeKind.ArgDefaultValueChange, coordinate, $"{argument} has changed defaultValue from {was} to {now}.");
    }
}
