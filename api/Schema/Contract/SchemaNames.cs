using System.Text.RegularExpressions;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Turns the snake-case names of the model into the names of the GraphQL contract.</summary>
internal static partial class SchemaNames
{
    internal static string Pascal(string name) =>
        string.Concat(name.Split('_').Select(word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..]));

    internal static string Camel(string name)
    {
        string pascal = Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    /// <summary>A measure with its subject, as in sales.grossMargin.</summary>
    internal static string Of(Measure measure) => $"{Camel(measure.Subject)}.{Camel(measure.Name)}";

    /// <summary>The field that tells how far the target of a measure is met, as in attainmentStatus.</summary>
    internal static string Status(Measure measure) => $"{Camel(measure.Name)}Status";

    internal static string Constant(string name) => name.ToUpperInvariant();

    /// <summary>A value of an enumeration, as in TOO_FEW_CELLS.</summary>
    internal static string Constant<TValue>(TValue value)
        where TValue : struct, Enum => WordEnd().Replace(value.ToString(), "_").ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex WordEnd();
}
