using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Comparison;

/// <summary>Finds what changed in the directives.</summary>
internal static class DirectiveComparison
{
    public static IEnumerable<SchemaChange> Between(GraphQLSchema before, GraphQLSchema after)
    {
        foreach (DirectiveDefinition directive in before.Directives)
        {
            if (after.Directive(directive.Name) is not { } now)
            {
                yield return new SchemaChange(ChangeKind.DirectiveRemoved, $"@{directive.Name}", $"{directive.Name} was removed.");
                continue;
            }

            foreach (SchemaChange change in Between(directive, now))
            {
                yield return change;
            }
        }

        foreach (DirectiveDefinition directive in after.Directives.Where(directive => !directive.IsBuiltIn && before.Directive(directive.Name) is null))
        {
            yield return new SchemaChange(ChangeKind.DirectiveAdded, $"@{directive.Name}", $"{directive.Name} was added.");
        }
    }

    private static IEnumerable<SchemaChange> Between(DirectiveDefinition before, DirectiveDefinition after)
    {
        foreach (InputValue argument in after.Arguments.Where(argument => argument.IsRequired && before.Argument(argument.Name) is null))
        {
            yield return new SchemaChange(
                ChangeKind.RequiredDirectiveArgAdded, $"@{before.Name}({argument.Name}:)", $"A required arg {argument.Name} on directive {after.Name} was added.");
        }

        foreach (InputValue argument in before.Arguments.Where(argument => after.Argument(argument.Name) is null))
        {
            yield return new SchemaChange(ChangeKind.DirectiveArgRemoved, $"@{before.Name}({argument.Name}:)", $"{argument.Name} was removed from {after.Name}.");
        }

        if (before.IsRepeatable && !after.IsRepeatable)
        {
            yield return new SchemaChange(ChangeKind.DirectiveRepeatableRemoved, $"@{before.Name}", $"Repeatable flag was removed from {before.Name}.");
        }

        foreach (string location in before.Locations.Where(location => !after.Locations.Contains(location, StringComparer.Ordinal)))
        {
            yield return new SchemaChange(ChangeKind.DirectiveLocationRemoved, $"@{before.Name}", $"{location} was removed from {before.Name}.");
        }
    }
}
