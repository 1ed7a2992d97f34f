using System.Text;
using System.Text.Json;

namespace ProdSales.Sources.Readers.Formats;

/// <summary>Takes one line of NDJSON apart.</summary>
internal sealed class JsonObjectLine
{
    private static readonly JsonReaderOptions Strict = new() { AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    /// <summary>The names and values of the last object: texts without quotes, objects and arrays as JSON, null for null.</summary>
    internal IReadOnlyDictionary<string, string?> Values => _values;

    /// <summary>Parses a line.</summary>
    /// <param name="line">The line in UTF-8.</param>
    /// <returns>What is wrong with it, to stand behind the name of the line; null when it is an object.</returns>
    internal string? Parse(ReadOnlySpan<byte> line)
    {
        _values.Clear();
        try
        {
            Utf8JsonReader json = new(line, Strict);
            return json.Read() && json.TokenType is JsonTokenType.StartObject
                ? ReadMembers(ref json, line)
                : $"is a JSON {json.TokenType}; each line must be one object, as in {{\"id\": 1}}.";
        }
        catch (JsonException error)
        {
            return $"is no JSON object: at byte {error.BytePositionInLine + 1}, {Reason(error)}";
        }
        catch (InvalidOperationException)
        {
            return "holds half of a character, such as \\ud800 alone; a text must be whole characters.";
        }
    }

    private string? ReadMembers(ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            string name = json.GetString()!;
            json.Read();
            if (!_values.TryAdd(name, Value(ref json, line)))
            {
                return $"names \"{name}\" twice; a name may stand only once in an object.";
            }
        }

        json.Read();
        return null;
    }

    private static string? Value(ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        int start = (int)json.TokenStartIndex;
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return json.GetString();
            default:
                json.Skip();
                return Encoding.UTF8.GetString(line[start..(int)json.BytesConsumed]);
        }
    }

    private static string Reason(JsonException error)
    {
        int place = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? error.Message : error.Message[..place];
    }
}
