using System.Text.Json.Nodes;

namespace ProdSales.GraphQL.Tests.Fuzz;

/// <summary>Puts the parts of an answer together as a client does, and holds them to the rules of their format.</summary>
internal sealed class AssembledAnswer
{
    private readonly Dictionary<string, string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly List<string> _errors = [];
    private readonly JsonNode _data;

    public AssembledAnswer(IReadOnlyList<JsonNode> payloads)
    {
        JsonObject first = payloads[0].AsObject();
        WasExecuted = first.ContainsKey("data");
        _data = new JsonObject { ["data"] = first["data"]?.DeepClone() };
        Note(first["errors"]);
        foreach (JsonNode payload in payloads)
        {
            Take(payload);
        }

        bool isWhole = payloads.Count == 1 ? first["hasNext"] is null : payloads[^1]["hasNext"]!.GetValue<bool>() == false;
        Assert.True(isWhole && _open.Count == 0, $"The answer ends while {string.Join(", ", _open.Values)} are on their way.");
    }

    public bool WasExecuted { get; }

    public int Parts => _told.Count;

    public string Data => _data.ToJsonString();

    /// <summary>
    /// Everything that two servers must agree on. The reference also tells of lists of which nothing is left to come, and leaves out errors below a
    /// value that became null: so only parts that gave something count, and of one that failed only that it did.
    /// </summary>
    public override string ToString() => $"{Sorted(_data["data"])?.ToJsonString() ?? "null"}\n  parts {string.Join(", ", _told.Order(StringComparer.Ordinal))}\n  errors {string.Join(", ", _errors.Order(StringComparer.Ordinal))}";

    private void Take(JsonNode payload)
    {
        foreach (JsonNode? pending in payload["pending"]?.AsArray() ?? [])
        {
            string what = $"{pending!["path"]!.ToJsonString()} {pending["label"]}";
            _open.Add(pending["id"]!.GetValue<string>(), what);
        }

        foreach (JsonNode? part in payload["incremental"]?.AsArray() ?? [])
        {
            string place = _open[part!["id"]!.GetValue<string>()];
            JsonNode target = At([.. PathOf(place), .. part["subPath"]?.AsArray() ?? []]);
            Note(part["errors"]);
            if (part["items"] is JsonArray items)
            {
                _told.Add(place);
                items.ToList().ForEach(item => target.AsArray().Add(item?.DeepClone()));
            }
            else
            {
                part["data"]!.AsObject().ToList().ForEach(field => target.AsObject().Add(field.Key, field.Value?.DeepClone()));
            }
        }

        foreach (JsonNode? completed in payload["completed"]?.AsArray() ?? [])
        {
            Assert.True(_open.Remove(completed!["id"]!.GetValue<string>(), out string? what));
            if (completed["errors"] is not null)
            {
                _told.Add($"{what} failed");
            }
            else if (At([.. PathOf(what)]) is JsonObject)
            {
                // Its fields may have come as those of another part that they belong to as well.
                _told.Add(what);
            }
        }
    }

    private static JsonArray PathOf(string what) => JsonNode.Parse(what[..(what.IndexOf(']', StringComparison.Ordinal) + 1)])!.AsArray();

    private JsonNode At(JsonNode?[] path) => path.Aggregate(_data["data"]!, (node, segment) => segment!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? node[segment.GetValue<int>()]! : node[segment.GetValue<string>()]!);

    private void Note(JsonNode? errors) => _errors.AddRange((errors?.AsArray() ?? []).Select(error => $"{error!["message"]} {error["path"]?.ToJsonString()}"));

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
