using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.Input;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Fields;

/// <summary>The rules about arguments (chapter 5.4 of the specification).</summary>
internal static class ArgumentRules
{
    public static void KnownArgumentNames(Visits visits) => visits.Enter<ArgumentNode>((context, argument) =>
    {
        TypeScope scope = context.Scope;
        if (scope.Argument is not null || ReferenceEquals(scope.Directive, DirectiveScope.Unknown))
        {
            return;
        }

        if (scope.Directive is { } directive)
        {
            string hint = context.Hint(null, argument.Name.Value, () => directive.Arguments.Select(known => known.Name));
            context.Report($"Unknown argument \"{argument.Name}\" on directive \"@{directive.Name}\".{hint}", argument.Start);
        }
        else if (scope is { Field: { } field, Parent: { } parent })
        {
            string hint = context.Hint(null, argument.Name.Value, () => field.Arguments.Select(known => known.Name));
            context.Report($"Unknown argument \"{argument.Name}\" on field \"{parent.Name}.{field.Name}\".{hint}", argument.Start);
        }
    });

    public static void UniqueArgumentNames(Visits visits)
    {
        visits.Enter<FieldNode>((context, field) => RequireUnique(context, field.Arguments));
        visits.Enter<DirectiveNode>((context, directive) => RequireUnique(context, directive.Arguments));
    }

    public static void ProvidedRequiredArguments(Visits visits)
    {
        visits.Leave<DirectiveNode>((context, directive) =>
        {
            foreach (InputValue missing in Missing(context.Scope.Directive?.Arguments, directive.Arguments))
            {
                context.Report($"Directive \"@{directive.Name}\" argument \"{missing.Name}\" of type \"{missing.Type}\" is required, but it was not provided.", directive.Start);
            }
        });
        visits.Leave<FieldNode>((context, field) =>
        {
            foreach (InputValue missing in Missing(context.Scope.Field?.Arguments, field.Arguments))
            {
                context.Report($"Field \"{field.Name}\" argument \"{missing.Name}\" of type \"{missing.Type}\" is required, but it was not provided.", field.Start);
            }
        });
    }

    private static void RequireUnique(ValidationContext context, ArgumentNode[] arguments)
    {
        if (arguments.Length < 2)
        {
            return;
        }

        foreach (IGrouping<string, ArgumentNode> same in arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            context.Report($"There can be only one argument named \"{same.Key}\".", same.Select(argument => argument.Start));
        }
    }

    private static IEnumerable<InputValue> Missing(IReadOnlyList<InputValue>? definitions, ArgumentNode[] given)
        => definitions is null or [] ? [] : definitions.Where(definition => definition.IsRequired && !Array.Exists(given, argument => argument.Name.Value == definition.Name));
}
