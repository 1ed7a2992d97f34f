using System.Globalization;
using System.Text;

namespace ProdSales.GraphQL.Tests.Attacks;

/// <summary>Documents by which servers have been brought down, against <c>type Query { a(x: Int): Query b(x: Int): Query s: String }</c>.</summary>
internal static class DocumentAttacks
{
    public static IReadOnlyList<Attack> All { get; } =
    [
        new("selections in each other", 63, 0, size => $"{Many(size, _ => "{a")}{{s}}{new string('}', size)}"),
        new("lists in each other", 62, 0, size => $"{{a(x:{new string('[', size)}{new string(']', size)}){{s}}}}"),
        new("objects in each other", 62, 0, size => $"{{a(x:{Many(size, _ => "{c:")}1{new string('}', size)}){{s}}}}"),
        new("list types in each other", 64, 0, size => $"query($v:{new string('[', size)}Int{new string(']', size)}){{s}}"),
        new("commas", 262_000, 400_000, size => $"{{s{new string(',', size)}}}"),
        new("spaces", 262_000, 400_000, size => $"{{s{new string(' ', size)}}}"),
        new("comments", 131_000, 100_000, size => $"{{s {Many(size, _ => "#\n")}}}"),
        new("aliases of one selection", 30, 2_000, size => Below(size, index => $"x{index}:s ")),
        new("aliases of many selections", 100, 2_000, size => Below((size + 19) / 20, set => $"b{{{Many(Math.Min(20, size - (set * 20)), index => $"x{index}:s ")}}} ")),
        new("root fields", 20, 2_000, size => $"{{{Many(size, index => $"x{index}:s ")}}}"),
        new("one field many times", 4_990, 5_000, size => Below(size, _ => "s ")),
        new("one field many times, far apart", 4_990, 2_000, size => Below(size, _ => "s".PadRight(52))),
        new("one field with arguments many times", 1_100, 2_000, size => Below(size, _ => "a(x:1){s} ")),
        new("fields below fields many times", 700, 1_000, size => Below(size, _ => "a{b{a{s} s} s} ")),
        new("inline fragments in each other", 30, 0, size => $"{{{Many(size, _ => "... on Query {a{s} ")}{new string('}', size)}}}"),
        new("inline fragments side by side", 1_400, 2_000, size => $"{{{Many(size, _ => "...{s} ")}}}"),
        new("fragments that spread each other pairwise", 7, 0, size => $"{{{Many(size, index => $"...F{index} ")}}}{Many(size, index => $"fragment F{index} on Query{{a{{s}} {Many(Math.Min(3, size - index - 1), next => $"...F{index + 1 + next} ")}}} ")}"),
        new("a chain of fragments", 60, 400, Chain),
        new("a cycle of fragments", 60, 400, size => "{...F0}" + Many(size, index => $"fragment F{index} on Query{{s ...F{(index + 1) % size}}} ")),
        new("fragments that double", 8, 400, Doubling),
        new("fragments", 100, 1_000, size => $"{{{Many(size, index => $"...F{index} ")}}}{Many(size, index => $"fragment F{index} on Query{{s}} ")}"),
        new("fragments of one name", 100, 1_000, size => $"{{...F}}{Many(size, _ => "fragment F on Query{s} ")}"),
        new("spreads of one fragment", 1_000, 4_000, size => $"{{{Many(size, _ => "...F ")}}}fragment F on Query{{s}}"),
        new("operations", 20, 1_000, size => Many(size, index => $"query Q{index}{{s}} ")),
        new("operations of one name", 20, 1_000, size => Many(size, _ => "query Q{s} ")),
        new("variables", 100, 1_000, size => $"query({Many(size, index => $"$v{index}:Int ")}){{a(x:$v0){{s}}}}"),
        new("variables of one name", 100, 1_000, size => $"query({Many(size, _ => "$v:Int ")}){{a(x:$v){{s}}}}"),
        new("directives at one place", 4, 1_000, size => $"{{s {Many(size, _ => "@aa ")}}}"),
        new("directives of the document", 50, 1_000, size => Below(size, _ => "s @skip(if:false) ")),
        new("lists of the introspection", 2, 0, size => $"{{__schema{{types{{{Many(size, _ => "fields{type{")}name{new string('}', 2 * size)}}}}}}}"),
        new("types of types", 16, 0, size => $"{{__type(name:\"Query\"){{{Many(size, _ => "ofType{")}name{new string('}', size)}}}}}"),
        new("digits", 64, 200_000, size => $"{{a(x:{new string('1', size)}){{s}}}}"),
        new("letters of a string", 65_000, 200_000, size => $"{{a(x:\"{new string('x', size)}\"){{s}}}}"),
        new("letters of a block string", 65_000, 30_000, size => $"{{a(x:\"\"\"{Many(size / 2, _ => "x\n")}\"\"\"){{s}}}}"),
        new("letters of a name", 262_000, 200_000, size => $"{{s{new string('x', size)}}}"),
        new("unknown fields", 4_990, 4_000, size => Below(size, index => $"u{index} ")),
        new("items of a list", 9_980, 10_000, size => $"{{a(x:[{Many(size, _ => "1 ")}]){{s}}}}"),
    ];

    private static string Many(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, Math.Max(0, count)).Select(part));

    private static string Below(int count, Func<int, string> field) => $"{{a{{{Many(count, field)}}}}}";

    private static string Chain(int size) => "{...F0}" + Many(size, index => $"fragment F{index} on Query{{...F{index + 1}}} ") + $"fragment F{size} on Query{{s}}";

    private static string Doubling(int size)
    {
        StringBuilder document = new("{...F0}");
        for (int index = 0; index < size; index++)
        {
            document.Append(CultureInfo.InvariantCulture, $"fragment F{index} on Query{{a{{...F{index + 1}}} b{{...F{index + 1}}}}} ");
        }

        return document.Append(CultureInfo.InvariantCulture, $"fragment F{size} on Query{{s}}").ToString();
    }
}
