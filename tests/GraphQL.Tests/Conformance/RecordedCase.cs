using System.Text.Json;

namespace ProdSales.GraphQL.Tests.Conformance;

/// <summary>One recorded call.</summary>
internal sealed record RecordedCase(int Line, JsonElement Json)
{
    public string Kind => Text("k")!;

    public string Source => Text("src")!;

    public string? Sdl => Text("sdl");

    /// <summary>The recorder's file and test; null for what runs while a file is loaded.</summary>
    public string Name => $"line {Line}: {Text("file")} {Text("test")}";

    public string? Text(string name) => Json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public JsonElement? Value(string name) => Json.TryGetProperty(name, out JsonElement value) ? value : null;

    /// <summary>Errors as comparable text: message and places.</summary>
    public IReadOnlyList<string> Errors(string name) => [.. Json.GetProperty(name).EnumerateArray().Select(Describe)];

    public static string Describe(JsonElement error)
        => Describe(error.GetProperty("message").GetString()!, error.TryGetProperty("locations", out JsonElement places)
            ? places.EnumerateArray().Select(place => new SourceLocation(place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32()))
            : []);

    public static string Describe(GraphQLError error) => Describe(error.Message, error.Locations);

    private static string Describe(string message, IEnumerable<SourceLocation> places)
        => $"{message} @ {string.Join(' ', places.Select(place => $"{place.Line}:{place.Column}"))}";
}
