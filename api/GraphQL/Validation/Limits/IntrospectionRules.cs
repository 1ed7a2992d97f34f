using System.Runtime.CompilerServices;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Limits;

/// <summary>Introspection is allowed or not, and its lists may not be nested without end.</summary>
internal static class IntrospectionRules
{
    public static void NoIntrospection(Visits visits) => visits.Enter<FieldNode>((context, field) =>
    {
        bool asksForSchema = context.Scope.Type?.Named.Name.StartsWith("__", StringComparison.Ordinal) == true;
        if (asksForSchema && !context.Options.AllowsIntrospection)
        {
            context.Report($"GraphQL introspection has been disabled, but the requested query contained the field \"{field.Name}\".", field.Start);
        }
    });

    public static void MaxIntrospectionDepth(Visits visits)
    {
        // What is inside a field that goes too deep is not told again.
        RuleMemory<StrongBox<FieldNode?>> told = visits.Remember(_ => new StrongBox<FieldNode?>());
        visits.Enter<FieldNode>((context, field) =>
        {
            if (told.Of(context).Value is null && field.Name.Value is ("__schema" or "__type") && IsTooDeep(context, field))
            {
                context.Report("Maximum introspection depth exceeded", field.Start);
                told.Of(context).Value = field;
            }
        });
        visits.Leave<FieldNode>((context, field) =>
        {
            if (ReferenceEquals(told.Of(context).Value, field))
            {
                told.Of(context).Value = null;
            }
        });
    }

    /// <summary>Depth first with a stack of its own; a fragment is entered again only at a greater depth than before.</summary>
    private static bool IsTooDeep(ValidationContext context, FieldNode root)
    {
        Dictionary<string, (int Depth, int Types)> entered = new(StringComparer.Ordinal);
        Stack<(SelectionNode Selection, int Depth, int Types)> open = new([(root, 0, 0)]);
        while (open.TryPop(out (SelectionNode Selection, int Depth, int Types) current))
        {
            (int depth, int types) = (current.Depth, current.Types);
            SelectionSetNode? below = null;
            switch (current.Selection)
            {
                case FieldNode field:
                    depth += field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" ? 1 : 0;
                    types = field.Name.Value == "ofType" ? types + 1 : 0;
                    below = field.SelectionSet;
                    break;
                case InlineFragmentNode inline:
                    below = inline.SelectionSet;
                    break;
                case FragmentSpreadNode spread when !entered.TryGetValue(spread.Name.Value, out (int Depth, int Types) before) || before.Depth < depth || before.Types < types:
                    entered[spread.Name.Value] = (Math.Max(before.Depth, depth), Math.Max(before.Types, types));
                    below = context.Fragment(spread.Name.Value)?.SelectionSet;
                    break;
            }

            if (depth >= context.Options.Limits.IntrospectionDepth || types > context.Options.Limits.IntrospectionTypeDepth)
            {
                return true;
            }

            Array.ForEach(below?.Selections ?? [], next => open.Push((next, depth, types)));
        }

        return false;
    }
}
