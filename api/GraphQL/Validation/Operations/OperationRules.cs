using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Operations;

/// <summary>The rules about definitions and operations (chapters 5.1 and 5.2 of the specification).</summary>
internal static class OperationRules
{
    public static void ExecutableDefinitions(Visits visits) => visits.Enter<DocumentNode>((context, document) =>
    {
        foreach (TypeSystemNode definition in document.Definitions.OfType<TypeSystemNode>())
        {
            string name = definition switch
            {
                SchemaNode => "schema",
                TypeDefinitionNode type => $"\"{type.Name}\"",
                DirectiveDefinitionNode directive => $"\"{directive.Name}\"",
                _ => "type system",
            };
            context.Report($"The {name} definition is not executable.", definition.Start);
        }
    });

    public static void KnownOperationTypes(Visits visits) => visits.Enter<OperationNode>((context, operation) =>
    {
        if (Execution.Planning.OperationPlan.RootType(context.Schema, operation.Kind) is null)
        {
            context.Report($"The {operation.Kind.ToString().ToLowerInvariant()} operation is not supported by the schema.", operation.Start);
        }
    });

    public static void UniqueOperationNames(Visits visits)
    {
        RuleMemory<Dictionary<string, Name>> known = visits.Remember(_ => new Dictionary<string, Name>(StringComparer.Ordinal));
        visits.Enter<OperationNode>((context, operation) =>
        {
            if (operation.Name is { } name && !known.Of(context).TryAdd(name.Value, name))
            {
                context.Report($"There can be only one operation named \"{name}\".", known.Of(context)[name.Value].Start, name.Start);
            }
        });
    }

    public static void LoneAnonymousOperation(Visits visits) => visits.Enter<OperationNode>((context, operation) =>
    {
        if (operation.Name is null && context.Document.Definitions.OfType<OperationNode>().Skip(1).Any())
        {
            context.Report("This anonymous operation must be the only defined operation.", operation.Start);
        }
    });

    public static void SingleFieldSubscriptions(Visits visits) => visits.Enter<OperationNode>((context, operation) =>
    {
        if (operation.Kind != OperationKind.Subscription || context.Schema.Subscription is null)
        {
            return;
        }

        OrderedDictionary<string, List<FieldNode>> fields = RootSelection.Fields(context, operation);
        string who = operation.Name is { } name ? $"Subscription \"{name}\"" : "Anonymous Subscription";
        if (fields.Count > 1)
        {
            context.Report($"{who} must select only one top level field.", fields.Values.Skip(1).SelectMany(nodes => nodes).Select(node => node.Start));
        }

        foreach (List<FieldNode> nodes in fields.Values.Where(nodes => nodes[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
        {
            context.Report($"{who} must not select an introspection top level field.", nodes.Select(node => node.Start));
        }
    });
}
