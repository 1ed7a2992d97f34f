using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.GraphQL.Types;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>What the argument <c>where</c> of a cut asks of its rows.</summary>
internal sealed record CutConditions(IReadOnlyList<NameCondition> Names, IReadOnlyList<ValueCondition> Values)
{
    internal static CutConditions None { get; } = new([], []);

    internal static CutConditions Of(SelectedField cut)
    {
        if (!cut.Arguments.TryGet("where", out Dictionary<string, object?>? where) || where is null)
        {
            return None;
        }

        List<NameCondition> names = [];
        List<ValueCondition> values = [];
        ObjectType type = (ObjectType)cut.Definition.Type.Named;
        foreach ((string field, object? tests) in where)
        {
            foreach ((string test, object? value) in tests as Dictionary<string, object?> ?? [])
            {
                if (field is "member" or "memberId")
                {
                    names.Add(new NameCondition(field == "memberId", test is "ne" or "notIn", [.. Among(test, value).Cast<string?>()]));
                }
                else if (Condition(AskedBy(type, field), test, value) is { } condition)
                {
                    values.Add(condition);
                }
            }
        }

        return new CutConditions(names, values);
    }

    private static MeasureRequest AskedBy(ObjectType cut, string field) => cut.Field(field)!.Attachment is StatusRole status
        ? new MeasureRequest(status.Measure, IsStatus: true)
        : new MeasureRequest(((MeasureRole)cut.Field(field)!.Attachment!).Measure);

    private static ValueCondition? Condition(MeasureRequest asked, string test, object? value)
    {
        ValueTest held = test switch
        {
            "eq" or "in" => ValueTest.In,
            "ne" or "notIn" => ValueTest.NotIn,
            "lt" => ValueTest.Less,
            "lte" => ValueTest.AtMost,
            "gt" => ValueTest.Greater,
            _ => ValueTest.AtLeast,
        };
        return held is ValueTest.In or ValueTest.NotIn ? new(asked, held, Among(test, value)) : value is null ? null : new(asked, held, [value]);
    }

    private static object?[] Among(string test, object? value) => test is "in" or "notIn" ? value as object?[] ?? [] : [value];
}
