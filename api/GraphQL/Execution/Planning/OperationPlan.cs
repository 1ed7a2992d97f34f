using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>
/// One operation of a validated document, for one combination of the variables in its <c>@skip</c> and <c>@include</c>.
/// Selections are collected as they are first reached. Safe for any number of threads.
/// </summary>
internal sealed class OperationPlan
{
    private readonly PreparedDocument _document;
    private readonly VariableValues _conditions;

    public OperationPlan(PreparedDocument document, OperationNode operation, VariableValues conditions)
    {
        _document = document;
        _conditions = conditions;
        Operation = operation;
        ObjectType root = RootType(document.Schema, operation.Kind)!;
        Root = Collect(root, [operation.SelectionSet]);
    }

    public OperationNode Operation { get; }

    public SelectionPlan Root { get; }

    public SourceText Source => _document.Source;

    public bool HasVariables => Operation.Variables.Length > 0;

    public static ObjectType? RootType(GraphQLSchema schema, OperationKind kind) => kind switch
    {
        OperationKind.Query => schema.Query,
        OperationKind.Mutation => schema.Mutation,
        _ => schema.Subscription,
    };

    /// <summary>Merges selections by response name (CollectFields in the specification).</summary>
    public SelectionPlan Collect(ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        OrderedDictionary<string, List<FieldNode>> grouped = new(StringComparer.Ordinal);
        HashSet<string> visited = new(StringComparer.Ordinal);
        foreach (SelectionSetNode set in sets)
        {
            Collect(type, set, grouped, visited);
        }

        List<PlannedField> fields = new(grouped.Count);
        foreach (List<FieldNode> nodes in grouped.Values)
        {
            if (IntrospectionFields.Find(_document.Schema, type, nodes[0].Name.Value) is { } definition)
            {
                fields.Add(new PlannedField(this, type, definition, [.. nodes]));
            }
        }

        return new SelectionPlan(type, [.. fields]);
    }

    private void Collect(ObjectType type, SelectionSetNode set, OrderedDictionary<string, List<FieldNode>> grouped, HashSet<string> visited)
    {
        foreach (SelectionNode selection in set.Selections.Where(selection => IsIncluded(selection.Directives)))
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!grouped.TryGetValue(field.ResponseName, out List<FieldNode>? nodes))
                    {
                        grouped.Add(field.ResponseName, nodes = []);
                    }

                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(type, inline.TypeCondition):
                    Collect(type, inline.SelectionSet, grouped, visited);
                    break;
                case FragmentSpreadNode spread when _document.Fragments.TryGetValue(spread.Name.Value, out FragmentNode? fragment)
                    && Applies(type, fragment.TypeCondition) && visited.Add(fragment.Name.Value):
                    Collect(type, fragment.SelectionSet, grouped, visited);
                    break;
            }
        }
    }

    private bool Applies(ObjectType type, NamedTypeNode? condition)
        => condition is null || condition.Name == type.Name
            || (_document.Schema.Type(condition.Name) is { } named && _document.Schema.IsPossible(named, type));

    private bool IsIncluded(DirectiveNode[] directives)
    {
        foreach (DirectiveNode directive in directives)
        {
            bool? condition = directive.Name.Value is "skip" or "include" && directive.Arguments.Length > 0
                ? directive.Arguments[0].Value switch
                {
                    BooleanValueNode flag => flag.Value,
                    VariableNode variable => _conditions.IsTrue(variable.Name),
                    _ => null,
                }
                : null;
            if (condition is { } holds && holds == (directive.Name.Value == "skip"))
            {
                return false;
            }
        }

        return true;
    }
}
