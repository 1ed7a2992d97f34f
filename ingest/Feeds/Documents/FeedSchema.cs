using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace ProdSales.Feeds.Documents;

/// <summary>The JSON Schema (2020-12) of one row of a feed, as NDJSON files and web hooks send it.</summary>
public static class FeedSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Writes the schema of a feed.</summary>
    /// <param name="feed">A feed of the catalogue.</param>
    /// <param name="meanings">What each feed and column means.</param>
    /// <returns>Indented JSON that ends with LF. Keywords that begin with <c>x-</c> are ours: Chinese label, unit, and the dimension pointed to.</returns>
    public static string Json(Feed feed, FeedMeanings meanings)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(meanings);
        JsonObject schema = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"{feed.Name}.json",
            ["title"] = feed.Name,
            ["description"] = meanings.Of(feed),
            ["x-label-zh"] = feed.Label,
            ["type"] = "object",
            ["properties"] = new JsonObject(feed.Columns.Select(column => KeyValuePair.Create(column.Name, (JsonNode?)Property(column, meanings)))),
            ["required"] = new JsonArray([.. feed.Columns.Where(column => column.IsRequired).Select(column => JsonValue.Create(column.Name))]),
            ["additionalProperties"] = false,
        };
        Add(schema, "allOf", Conditions(feed));
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Property(FeedColumn column, FeedMeanings meanings)
    {
        JsonObject property = new()
        {
            ["description"] = meanings.Of(column),
            ["x-label-zh"] = column.Label,
            ["type"] = TypeOf(column),
        };
        Add(property, "format", FormatOf(column.Type));
        Add(property, "minLength", column is { Type: FeedType.Text, IsRequired: true } ? 1 : null);
        Add(property, "minimum", column.Min);
        Add(property, "maximum", column.Max);
        Add(property, "enum", EnumOf(column));
        Add(property, "x-unit", column.Unit);
        Add(property, "x-references", column.References);
        return property;
    }

    /// <summary>Says of each column that another one asks for beside which of its texts it has a value.</summary>
    private static JsonArray? Conditions(Feed feed)
    {
        FeedColumn[] asked = [.. feed.Columns.Where(column => column.RequiredBy is not null)];
        return asked.Length is 0 ? null : new JsonArray([.. asked.Select(column => new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { [column.RequiredBy!] = new JsonObject { ["enum"] = new JsonArray([.. column.RequiredFor.Select(text => JsonValue.Create(text))]) } } },
            ["then"] = new JsonObject { ["required"] = new JsonArray(column.Name), ["properties"] = new JsonObject { [column.Name] = new JsonObject { ["not"] = new JsonObject { ["type"] = "null" } } } },
        })]);
    }

    private static JsonNode TypeOf(FeedColumn column)
    {
        string type = column.Type switch
        {
            FeedType.Text or FeedType.Date or FeedType.Instant => "string",
            FeedType.Integer => "integer",
            FeedType.Decimal or FeedType.Double => "number",
            FeedType.Boolean => "boolean",
            _ => throw new UnreachableException(),
        };
        return column.IsRequired ? JsonValue.Create(type) : new JsonArray(type, "null");
    }

    private static string? FormatOf(FeedType type) => type switch
    {
        FeedType.Date => "date",
        FeedType.Instant => "date-time",
        _ => null,
    };

    private static JsonArray? EnumOf(FeedColumn column)
    {
        IEnumerable<string?> texts = column.IsRequired ? column.Allowed : column.Allowed.Append(null);
        return column.Allowed.Count is 0 ? null : new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);
    }

    private static void Add(JsonObject property, string keyword, JsonNode? value)
    {
        if (value is not null)
        {
            property.Add(keyword, value);
        }
    }
}
