using System.Security.Cryptography;
using System.Text;

namespace ProdSales.Semantics;

/// <summary>Names the definition of a measure by its content, so that a change of any other measure does not change it.</summary>
internal static class DefinitionHash
{
    internal static string Of(Measure measure)
    {
        string text = $"{Text(measure.Formula)}\n{measure.Unit}\n{string.Join(',', measure.Per)}\n{(measure.Attainment is { } attainment ? $"{measure.Good}: {attainment.Green}, {attainment.Amber} of {Text(attainment.Target)}\n" : "")}{(measure.Guard is { } guard ? $"{guard.Least} of {Text(guard.Cases)}\n" : "")}"
            + string.Join('\n', measure.Aggregates().Select(part => part.Fact).Distinct().Select(Text));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static string Text(Formula formula) => formula switch
    {
        Constant constant => constant.Text,
        PeriodDays => "days()",
        Arithmetic arithmetic => $"({Text(arithmetic.Left)} {arithmetic.Operator} {Text(arithmetic.Right)})",
        ScalarCall call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Text))})",
        Aggregate part => $"{part.Fact.Name}.{part.Window}.{part.Function}({part.Argument}; {part.Second}; {part.Share}; {part.Step}; {part.Filter})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Text(Fact fact)
    {
        IEnumerable<string> reach = fact.Reach.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}");
        return $"{fact.Name}: {fact.Relation} by {fact.Time}{(fact.IsAhead ? " ahead" : "")} where {fact.Condition}; {(fact.Days is null && fact.Series is null ? "" : $"days {fact.Days} of {fact.Series}; ")}{string.Join(", ", reach)}";
    }
}
