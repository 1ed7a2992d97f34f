using System.Text;

namespace ProdSales.GraphQL.Language.Parsing;

/// <summary>Spares the parser an allocation for the names that nearly every document holds.</summary>
internal static class CommonNames
{
    public static string TextOf(ReadOnlySpan<byte> utf8) => utf8.Length switch
    {
        2 when utf8.SequenceEqual("on"u8) => "on",
        2 when utf8.SequenceEqual("id"u8) => "id",
        4 when utf8.SequenceEqual("name"u8) => "name",
        4 when utf8.SequenceEqual("type"u8) => "type",
        5 when utf8.SequenceEqual("query"u8) => "query",
        8 when utf8.SequenceEqual("fragment"u8) => "fragment",
        10 when utf8.SequenceEqual("__typename"u8) => "__typename",
        _ => Encoding.UTF8.GetString(utf8),
    };
}
