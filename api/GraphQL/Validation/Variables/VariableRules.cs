using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Checks;
using ProdSales.GraphQL.Types.Input;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Variables;

/// <summary>The rules about variables (chapter 5.8 of the specification).</summary>
internal static class VariableRules
{
    public static void UniqueVariableNames(Visits visits) => visits.Enter<OperationNode>((context, operation) =>
    {
        foreach (IGrouping<string, VariableDefinitionNode> same in operation.Variables.GroupBy(variable => variable.Variable.Name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            context.Report($"There can be only one variable named \"${same.Key}\".", same.Select(variable => variable.Variable.NameStart));
        }
    });

    public static void VariablesAreInputTypes(Visits visits) => visits.Enter<VariableDefinitionNode>((context, variable) =>
    {
        if (context.Schema.Resolve(variable.Type) is { IsInput: false })
        {
            context.Report($"Variable \"${variable.Variable.Name}\" cannot be non-input type \"{Printer.Print(variable.Type)}\".", variable.Type.Start);
        }
    });

    public static void NoUndefinedVariables(Visits visits) => visits.Leave<OperationNode>((context, operation) =>
    {
        IReadOnlyDictionary<string, VariableDefinitionNode> defined = context.Reach.Definitions(operation);
        foreach (VariableUsage usage in context.Reach.Variables(operation).Where(usage => !defined.ContainsKey(usage.Variable.Name)))
        {
            string where = operation.Name is { } name ? $" by operation \"{name}\"" : string.Empty;
            context.Report($"Variable \"${usage.Variable.Name}\" is not defined{where}.", usage.Variable.Start, operation.Start);
        }
    });

    public static void NoUnusedVariables(Visits visits) => visits.Leave<OperationNode>((context, operation) =>
    {
        if (operation.Variables.Length == 0)
        {
            return;
        }

        HashSet<string> used = context.Reach.Variables(operation).Select(usage => usage.Variable.Name).ToHashSet(StringComparer.Ordinal);
        foreach (VariableDefinitionNode variable in operation.Variables.Where(variable => !used.Contains(variable.Variable.Name)))
        {
            string where = operation.Name is { } name ? $" in operation \"{name}\"" : string.Empty;
            context.Report($"Variable \"${variable.Variable.Name}\" is never used{where}.", variable.Start);
        }
    });

    public static void VariablesInAllowedPosition(Visits visits) => visits.Leave<OperationNode>((context, operation) =>
    {
        IReadOnlyDictionary<string, VariableDefinitionNode> defined = context.Reach.Definitions(operation);
        foreach (VariableUsage usage in defined.Count == 0 ? [] : context.Reach.Variables(operation))
        {
            if (usage.Type is not null && defined.TryGetValue(usage.Variable.Name, out VariableDefinitionNode? definition))
            {
                Check(context, usage, definition);
            }
        }
    });

    private static void Check(ValidationContext context, VariableUsage usage, VariableDefinitionNode definition)
    {
        if (context.Schema.Resolve(definition.Type) is not { } type)
        {
            return;
        }

        if (!IsAllowed(context.Schema, type, definition.DefaultValue, usage))
        {
            context.Report($"Variable \"${usage.Variable.Name}\" of type \"{type}\" used in position expecting type \"{usage.Type}\".", definition.Start, usage.Variable.Start);
        }

        if (usage.ParentType is InputObjectType { IsOneOf: true } oneOf && type is not NonNullType)
        {
            context.Report(
                $"Variable \"${usage.Variable.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".",
                definition.Start,
                usage.Variable.Start);
        }
    }

    private static bool IsAllowed(GraphQLSchema schema, GraphType type, ValueNode? defaultValue, VariableUsage usage)
    {
        if (usage.Type is not NonNullType expected || type is NonNullType)
        {
            return TypeRelations.IsSubtype(schema, type, usage.Type!);
        }

        bool hasDefault = defaultValue is not (null or NullValueNode);
        return (hasDefault || usage.HasDefault) && TypeRelations.IsSubtype(schema, type, expected.Inner);
    }
}
