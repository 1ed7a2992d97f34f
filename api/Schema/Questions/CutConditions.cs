using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.GraphQL.Types;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>What the argument <c>where</c> of a cut asks of its rows.</summary>
internal sealed record CutConditions(IReadOnlyList<NameCondition> Names, IReadOnlyList<ValueCondition> Values)
{
    internal static CutConditions None { get; } = new([], []);

    /// <param name="cut">The cut.</param>
    /// <param name="named">Gives the measure of a name, or null with a refusal noted.</param>
    internal static CutConditions Of(SelectedField cut, Func<string, Measure?> named)
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
            if (field == "compared")
            {
                values.AddRange((tests as object?[] ?? []).Cast<Dictionary<string, object?>>().SelectMany(condition => Compared(condition, named)));
                continue;
            }

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

    private static IEnumerable<ValueCondition> Compared(Dictionary<string, object?> condition, Func<string, Measure?> named)
    {
        if (named((string)condition["measure"]!) is not { } measure)
        {
            yield break;
        }

        MeasureRequest asked = new(measure, SelectionReader.ComparisonOf((string)condition["to"]!, (bool)condition["clipped"]!));
        foreach (string of in (string[])["change", "value"])
        {
            foreach ((string test, object? value) in condition.GetValueOrDefault(of) as Dictionary<string, object?> ?? [])
            {
                if (Condition(asked, test, value) is { } held)
                {
                    yield return held with { IsChange = of == "change" };
                }
            }
        }
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
