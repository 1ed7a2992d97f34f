using System.Text;
using System.Text.Json;
using ProdSales.Sources.Readers.Staging;

namespace ProdSales.Sources.Readers.Formats;

/// <summary>Takes one line of NDJSON apart.</summary>
internal sealed class JsonObjectLine
{
    private const string OneObject = "one JSON object a line";

    private static readonly JsonReaderOptions Strict = new() { AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    /// <summary>The names and values of the last object: texts without quotes, objects and arrays as JSON, null for null.</summary>
    internal IReadOnlyDictionary<string, string?> Values => _values;

    /// <summary>Parses a line.</summary>
    /// <param name="line">The line in UTF-8.</param>
    /// <returns>What is wrong with it; null when it is an object.</returns>
    internal RecordProblem? Parse(ReadOnlySpan<byte> line)
    {
        _values.Clear();
        try
        {
            Utf8JsonReader json = new(line, Strict);
            return json.Read() && json.TokenType is JsonTokenType.StartObject
                ? ReadMembers(ref json, line)
                : Problem($"is a JSON {json.TokenType}; each line must be one object, as in {{\"id\": 1}}.", OneObject);
        }
        catch (JsonException error)
        {
            string reason = Reason(error);
            return Problem(
                $"is no JSON object: at byte {error.BytePositionInLine + 1}, {reason}",
                $"{OneObject} (at byte {error.BytePositionInLine + 1}, {reason.TrimEnd('.')})");
        }
        catch (InvalidOperationException)
        {
            return Problem("holds half of a character, such as \\ud800 alone; a text must be whole characters.", "whole characters");
        }
    }

    private RecordProblem? ReadMembers(ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            string name = json.GetString()!;
            json.Read();
            if (!_values.TryAdd(name, Value(ref json, line)))
            {
                return Problem($"names \"{name}\" twice; a name may stand only once in an object.", $"each name once, and \"{name}\" stands twice");
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

    private static RecordProblem Problem(string text, string allowed) => new(ReadDefectCodes.Json, text, allowed);

    private static string Reason(JsonException error)
    {
        int place = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? error.Message : error.Message[..place];
    }
}
