using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Values;

/// <summary>The rules about values (chapter 5.6 of the specification).</summary>
internal static class ValueRules
{
    public static void UniqueInputFieldNames(Visits visits) => visits.Enter<ObjectValueNode>((context, value) =>
    {
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        foreach (ObjectFieldNode field in value.Fields)
        {
            if (!known.TryAdd(field.Name.Value, field.Name.Start))
            {
                context.Report($"There can be only one input field named \"{field.Name}\".", known[field.Name.Value], field.Name.Start);
            }
        }
    });

    public static void ValuesOfCorrectType(Visits visits)
    {
        visits.Enter<ArgumentNode>((context, argument) => LiteralCheck.Check(context, argument.Value, context.Scope.Input));
        visits.Enter<VariableDefinitionNode>((context, variable) =>
        {
            if (variable.DefaultValue is not null && context.Schema.Resolve(variable.Type) is { IsInput: true } type)
            {
                LiteralCheck.Check(context, variable.DefaultValue, type);
            }
        });
    }
}
