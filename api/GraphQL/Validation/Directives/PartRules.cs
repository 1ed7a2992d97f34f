using System.Runtime.CompilerServices;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.BuiltIn;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Directives;

/// <summary>The rules about <c>@defer</c> and <c>@stream</c>, by the names of the reference implementation's next edition. They say nothing where the schema has no such directives.</summary>
internal static class PartRules
{
    public static void DeferStreamDirectiveLabel(Visits visits)
    {
        RuleMemory<Dictionary<string, DirectiveNode>> labels = visits.Remember(_ => new Dictionary<string, DirectiveNode>(StringComparer.Ordinal));
        VisitEach(visits, (context, directive) =>
        {
            ValueNode? label = Array.Find(directive.Arguments, argument => argument.Name.Value == "label")?.Value;
            if (label is StringValueNode text)
            {
                if (!labels.Of(context).TryAdd(text.Value, directive))
                {
                    context.Report("Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.", labels.Of(context)[text.Value].Start, directive.Start);
                }
            }
            else if (label is not null and not NullValueNode)
            {
                context.Report($"Argument \"@{directive.Name}(label:)\" must be a static string.", directive.Start);
            }
        });
    }

    public static void StreamDirectiveOnListField(Visits visits) => visits.Enter<FieldNode>((context, field) =>
    {
        if (Find(context, field, BuiltIns.Stream) is { } stream && context.Scope.Field is { } definition && context.Scope.Parent is { } parent && definition.Type.Nullable is not ListType)
        {
            context.Report($"Directive \"@stream\" cannot be used on non-list field \"{parent.Name}.{definition.Name}\".", stream.Start);
        }
    });

    public static void DeferStreamDirectiveOnRootField(Visits visits)
    {
        RuleMemory<HashSet<int>> told = visits.Remember(_ => new HashSet<int>());
        visits.Enter<OperationNode>((context, operation) =>
        {
            if (operation.Kind == OperationKind.Query || OperationPlan.RootType(context.Schema, operation.Kind) is not { } root)
            {
                return;
            }

            string kind = operation.Kind.ToString().ToLowerInvariant();
            foreach (SelectionNode selection in AtRoot(context, operation.SelectionSet, []))
            {
                (DirectiveDefinition definition, string name) = selection is FieldNode ? (BuiltIns.Stream, "Stream") : (BuiltIns.Defer, "Defer");
                if (Find(context, selection, definition) is { } directive && told.Of(context).Add(directive.Start))
                {
                    context.Report($"{name} directive cannot be used on root {kind} type \"{root.Name}\".", directive.Start);
                }
            }
        });
    }

    public static void DeferStreamDirectiveOnValidOperations(Visits visits)
    {
        RuleMemory<HashSet<string>> visited = visits.Remember(_ => new HashSet<string>(StringComparer.Ordinal));
        visits.Enter<OperationNode>((context, operation) =>
        {
            if (operation.Kind == OperationKind.Subscription)
            {
                Forbid(context, operation.SelectionSet, [], visited.Of(context));
            }
        });
    }

    /// <summary>Counts the places that ask for parts.</summary>
    public static void Count(Visits visits)
    {
        RuleMemory<StrongBox<int>> count = visits.Remember(_ => new StrongBox<int>());
        VisitEach(visits, (context, directive) =>
        {
            if (++count.Of(context).Value == context.Options.Limits.PartDirectives + 1)
            {
                context.Exceed($"Document asks for more than {context.Options.Limits.PartDirectives} parts by @defer and @stream.", directive.Start);
            }
        });
    }

    private static void VisitEach(Visits visits, Action<ValidationContext, DirectiveNode> visit) => DirectivePlaces.Visit(visits, (context, directives, _) =>
    {
        foreach (DirectiveNode directive in directives)
        {
            if (IncrementalUse.Is(directive) && context.Schema.Directive(directive.Name.Value) is not null)
            {
                visit(context, directive);
            }
        }
    });

    /// <summary>What an operation selects on its root type, fragments followed once.</summary>
    private static IEnumerable<SelectionNode> AtRoot(ValidationContext context, SelectionSetNode set, HashSet<string> visited)
    {
        foreach (SelectionNode selection in set.Selections)
        {
            SelectionSetNode? below = selection switch
            {
                InlineFragmentNode inline => inline.SelectionSet,
                FragmentSpreadNode spread when visited.Add(spread.Name.Value) => context.Fragment(spread.Name.Value)?.SelectionSet,
                _ => null,
            };
            if (selection is FieldNode || below is not null)
            {
                yield return selection;
            }

            foreach (SelectionNode nested in below is null ? [] : AtRoot(context, below, visited))
            {
                yield return nested;
            }
        }
    }

    /// <summary>Refuses what would put a part of a subscription's answer off; where a variable decides, the answer is given at once.</summary>
    private static void Forbid(ValidationContext context, SelectionSetNode set, int[] spreads, HashSet<string> visited)
    {
        foreach (SelectionNode selection in set.Selections.Where(selection => !MayBeLeftOut(selection)))
        {
            foreach (DirectiveNode directive in selection.Directives.Where(directive => IncrementalUse.Is(directive) && context.Schema.Directive(directive.Name.Value) is not null))
            {
                if (If(directive) is null or BooleanValueNode { Value: true } or not (BooleanValueNode or VariableNode))
                {
                    string name = directive.Name.Value == BuiltIns.Defer.Name ? "Defer" : "Stream";
                    context.Report($"{name} directive not supported on subscription operations. Disable `@{directive.Name}` by setting the `if` argument to `false`.", [directive.Start, .. spreads]);
                }
            }

            if (selection is FragmentSpreadNode spread)
            {
                if (visited.Add(spread.Name.Value) && context.Fragment(spread.Name.Value) is { } fragment)
                {
                    Forbid(context, fragment.SelectionSet, [spread.Start, .. spreads], visited);
                }
            }
            else if ((selection as FieldNode)?.SelectionSet is { } below)
            {
                Forbid(context, below, spreads, visited);
            }
            else if (selection is InlineFragmentNode inline)
            {
                Forbid(context, inline.SelectionSet, spreads, visited);
            }
        }
    }

    private static bool MayBeLeftOut(SelectionNode selection) => Array.Exists(selection.Directives, directive => directive.Name.Value switch
    {
        "skip" => If(directive) is not BooleanValueNode { Value: false },
        "include" => If(directive) is { } condition and not BooleanValueNode { Value: true },
        _ => false,
    });

    private static ValueNode? If(DirectiveNode directive) => Array.Find(directive.Arguments, argument => argument.Name.Value == "if")?.Value;

    private static DirectiveNode? Find(ValidationContext context, SelectionNode selection, DirectiveDefinition definition)
        => context.Schema.Directive(definition.Name) is null ? null : Array.Find(selection.Directives, directive => directive.Name.Value == definition.Name);
}
