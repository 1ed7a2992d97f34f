using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Language;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary>Values as error messages show them, in the reference implementation's notation and cut to a bearable length.</summary>
internal static class Inspection
{
    private const int DepthShown = 2;
    private const int ItemsShown = 10;
    private const int TextShown = 200;

    public static string Show(object? value) => Show(value, 0);

    public static string Show(JsonElement value) => Show(value, 0);

    private static string Show(object? value, int depth) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quoted(text),
        JsonElement json => Show(json, depth),
        IReadOnlyDictionary<string, object?> map => Object(map.Select(entry => (entry.Key, Show(entry.Value, depth + 1))), depth),
        IEnumerable list => List(list.Cast<object?>().Select(item => Show(item, depth + 1)), depth),
        IFormattable number when value.GetType().IsPrimitive || value is decimal => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"[{value.GetType().Name}]",
    };

    private static string Show(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.String => Quoted(value.GetString()!),
        JsonValueKind.Object => Object(value.EnumerateObject().Select(entry => (entry.Name, Show(entry.Value, depth + 1))), depth),
        JsonValueKind.Array => List(value.EnumerateArray().Select(item => Show(item, depth + 1)), depth),
        JsonValueKind.Undefined => "undefined",
        JsonValueKind.Number => Number(value.GetRawText()),
        _ => value.GetRawText(),
    };

    private static string Number(string text)
        => text.AsSpan().ContainsAny('.', 'e', 'E') && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Math.Abs(number) < 1e21
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : text;

    private static string Quoted(string text)
        => StringNotation.Quote(text.Length <= TextShown ? text : string.Concat(text.AsSpan(0, TextShown), "…"));

    private static string Object(IEnumerable<(string Name, string Value)> entries, int depth)
    {
        if (!entries.Any())
        {
            return "{}";
        }

        return depth > DepthShown ? "[Object]" : $"{{ {string.Join(", ", entries.Take(100).Select(entry => $"{entry.Name}: {entry.Value}"))} }}";
    }

    private static string List(IEnumerable<string> items, int depth)
    {
        if (!items.Any())
        {
            return "[]";
        }

        if (depth > DepthShown)
        {
            return "[Array]";
        }

        StringBuilder shown = new("[");
        shown.AppendJoin(", ", items.Take(ItemsShown));
        int more = items.Count() - ItemsShown;
        return shown.Append(more > 0 ? $", ... {more} more item{(more > 1 ? "s" : string.Empty)}]" : "]").ToString();
    }
}
