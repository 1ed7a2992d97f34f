using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Values;

/// <summary>The rules about values (chapter 5.6 of the specification).</summary>
internal static class ValueRules
{
    public static void UniqueInputFieldNames(ValidationContext context, Visits visits) => visits.Enter<ObjectValueNode>(value =>
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

    public static void ValuesOfCorrectType(ValidationContext context, Visits visits)
    {
        LiteralCheck check = new(context);
        visits.Enter<ArgumentNode>(argument => check.Check(argument.Value, context.Scope.Input));
        visits.Enter<VariableDefinitionNode>(variable =>
        {
            if (variable.DefaultValue is not null && context.Schema.Resolve(variable.Type) is { IsInput: true } type)
            {
                check.Check(variable.DefaultValue, type);
            }
        });
    }
}
