using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Evaluating;

namespace ProdSales.SemanticsTests.BruteForce.Questions;

/// <summary>Whether a row is told, by what it tells.</summary>
internal static class Conditions
{
    internal static bool Hold(NameCondition condition, string? name) => condition.Values.Contains(name, StringComparer.Ordinal) != condition.IsExcluding;

    internal static bool Hold(ValueCondition condition, Number? value)
    {
        if (condition.Test is ValueTest.In or ValueTest.NotIn)
        {
            bool isAmong = condition.Values.Any(other => other is null ? value is null : value is { IsExact: true } known && known.Exact == Convert.ToDecimal(other, CultureInfo.InvariantCulture));
            return isAmong == (condition.Test is ValueTest.In);
        }

        return value is { } number && Convert.ToDouble(condition.Values[0], CultureInfo.InvariantCulture) is var limit && condition.Test switch
        {
            ValueTest.Less => number.Approximate < limit,
            ValueTest.AtMost => number.Approximate <= limit,
            ValueTest.Greater => number.Approximate > limit,
            _ => number.Approximate >= limit,
        };
    }
}
