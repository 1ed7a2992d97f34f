using System.Runtime.CompilerServices;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Validation.Directives;
using ProdSales.GraphQL.Validation.Operations;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Limits;

/// <summary>The engine's own rules: what a legal document may cost. They run before the rules of the specification.</summary>
internal static class LimitRules
{
    public static void Definitions(Visits visits) => visits.Enter<DocumentNode>((context, document) =>
    {
        EngineLimits limits = context.Options.Limits;
        OperationNode[] operations = [.. document.Definitions.OfType<OperationNode>()];
        Require(context, "operations", operations.Length, limits.Operations);
        Require(context, "fragments", document.Definitions.OfType<FragmentNode>().Count(), limits.Fragments);
        Require(context, "variables in one operation", operations.Select(operation => operation.Variables.Length).DefaultIfEmpty().Max(), limits.Variables);
    });

    public static void Aliases(Visits visits)
    {
        RuleMemory<StrongBox<int>> aliases = visits.Remember(_ => new StrongBox<int>());
        visits.Enter<SelectionSetNode>((context, set) =>
        {
            EngineLimits limits = context.Options.Limits;
            int here = set.Selections.Count(selection => selection is FieldNode { Alias: not null });
            int all = aliases.Of(context).Value += here;
            if (here > limits.AliasesInOneSelection)
            {
                context.Exceed($"A selection has {here} aliases; at most {limits.AliasesInOneSelection} are allowed.", set.Start);
            }
            else if (all > limits.Aliases)
            {
                context.Exceed($"Document has more than {limits.Aliases} aliases.", set.Start);
            }
        });
    }

    public static void Directives(Visits visits)
    {
        RuleMemory<StrongBox<int>> count = visits.Remember(_ => new StrongBox<int>());
        DirectivePlaces.Visit(visits, (context, directives, location) =>
        {
            int all = count.Of(context).Value += directives.Length;
            EngineLimits limits = context.Options.Limits;
            if (directives.Length > limits.DirectivesAtOnePlace)
            {
                context.Exceed($"{directives.Length} directives stand on one {location}; at most {limits.DirectivesAtOnePlace} are allowed.", directives[0].Start);
            }
            else if (all > limits.Directives)
            {
                context.Exceed($"Document has more than {limits.Directives} directives.", directives[0].Start);
            }
        });
    }

    public static void Expansion(Visits visits) => visits.Enter<DocumentNode>((context, document) =>
    {
        EngineLimits limits = context.Options.Limits;
        foreach (OperationNode operation in document.Definitions.OfType<OperationNode>())
        {
            ExpandedSize size = context.Expansion.Measure(operation.SelectionSet);
            if (size.Fields > limits.ExpandedFields)
            {
                context.Exceed($"Operation selects more than {limits.ExpandedFields} fields once its fragments are written out.", operation.Start);
            }
            else if (size.Visits > limits.FragmentVisits)
            {
                context.Exceed($"Operation spreads fragments more than {limits.FragmentVisits} times once they are written out.", operation.Start);
            }
            else if (size.Depth > limits.Depth)
            {
                context.Exceed($"Operation nests deeper than {limits.Depth} levels once its fragments are written out.", operation.Start);
            }
            else if (limits.RootFields < int.MaxValue)
            {
                Require(context, "fields on the root type", RootSelection.Count(context, operation), limits.RootFields);
            }
        }
    });

    private static void Require(ValidationContext context, string what, int count, int limit)
    {
        if (count > limit)
        {
            context.Exceed($"Document has {count} {what}; at most {limit} are allowed.");
        }
    }
}
