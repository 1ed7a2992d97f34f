using System.Globalization;
using System.Text.Json.Nodes;
using ProdSales.SchemaTests.Answers;
using Xunit.Abstractions;

namespace ProdSales.SchemaTests.Drilling;

/// <summary>
/// Random drill-downs: the nested answer is one statement; its rows are those of the whole that its conditions choose, in their order; each level
/// holds the numbers of a question for that level alone, and of a question filtered to one of its rows.
/// </summary>
public sealed class NestedAnswerTests(ServedPlant plant, ITestOutputHelper output) : IClassFixture<ServedPlant>
{
    private const int Drills = 40;

    [Fact]
    public void A_nested_answer_is_one_statement_and_equals_flat_answers_and_answers_of_each_level()
    {
        int first = Environment.GetEnvironmentVariable("RANDOM_SEED") switch { null or "" => 20_251_122, "new" => Environment.TickCount & 0xFFFFFFF, { } text => int.Parse(text, CultureInfo.InvariantCulture) };
        int times = int.Parse(Environment.GetEnvironmentVariable("RANDOM_TIMES") ?? "1", CultureInfo.InvariantCulture);
        output.WriteLine($"seed {first}");
        int told = 0;
        for (int seed = first; seed < first + (Drills * times); seed++)
        {
            told += Check(seed);
        }

        Assert.True(told > Drills, $"Only {told} rows were told.");
    }

    private int Check(int seed)
    {
        RandomDrill drill = new(seed);
        string question = drill.Question(drill.Levels.Select(level => (Func<string, string>)level.Text));
        JsonNode nested = Answer(question);
        JsonNode whole = Answer(drill.Question(drill.Levels.Select(level => (Func<string, string>)level.Unbounded)));

        Assert.True(plant.Heard(question).Count == 1, $"seed {seed}: more than one statement for {question}");
        Choose(whole, drill.Levels);
        Assert.True(Same(whole, nested), $"seed {seed}: {question}\nshould be {whole.ToJsonString()}\nis        {nested.ToJsonString()}");
        CheckLevels(drill, nested, $"seed {seed}: {question}");
        return Rows(nested, drill.Levels.Count).Count();
    }

    private void CheckLevels(RandomDrill drill, JsonNode nested, string what)
    {
        for (int depth = 1; depth <= drill.Levels.Count; depth++)
        {
            IEnumerable<Func<string, string>> levels = drill.Levels.Take(depth).Select((level, index) => (Func<string, string>)(index == depth - 1 ? level.Unbounded : level.Bare));
            Dictionary<string, JsonNode> flat = Rows(Answer(drill.Question(levels)), depth).ToDictionary(row => row.Path, row => row.Row, StringComparer.Ordinal);
            (string Path, IReadOnlyList<string?> Keys, JsonNode Row)[] told = [.. Rows(nested, depth)];
            foreach ((string path, _, JsonNode row) in told)
            {
                Assert.True(flat.TryGetValue(path, out JsonNode? alone) ? Same(Values(alone), Values(row)) : IsSilent(Values(row)), $"{what}\nlevel {depth}, {path}: {row.ToJsonString()}, alone {alone?.ToJsonString()}");
            }

            if (told.Length > 0 && drill.Levels.Take(depth).All(level => level.Dimension is not null))
            {
                (string path, IReadOnlyList<string?> keys, JsonNode row) = told[^1];
                string where = string.Join(", ", drill.Levels.Take(depth).Select((level, index) => level.FilterTo(keys[index])));
                JsonNode? total = Answer(drill.Asked($"total {{ {drill.Levels[depth - 1].Told} }}", where))["total"];
                Assert.True(total is null ? IsSilent(Values(row)) : Same(total, Values(row)), $"{what}\nlevel {depth}, {path}: {row.ToJsonString()}, filtered {total?.ToJsonString()}");
            }
        }
    }

    // What every level asks of its rows, done over the whole: conditions, then the order, then the first.
    private static void Choose(JsonNode around, IReadOnlyList<DrillLevel> levels)
    {
        if (levels.Count == 0 || around["cut"] is not JsonArray all)
        {
            return;
        }

        DrillLevel level = levels[0];
        IEnumerable<JsonNode> rows = [.. all.Select(row => row!)];
        if (level.Limited is { } limited)
        {
            rows = rows.Where(row => Number(row, limited.Name) is { } value && level.Test switch { "gt" => value > level.Limit, "gte" => value >= level.Limit, "lt" => value < level.Limit, _ => value <= level.Limit });
        }

        if (level.OrderedBy is { } measure)
        {
            IOrderedEnumerable<JsonNode> known = rows.OrderBy(row => Number(row, measure.Name) is null);
            rows = level.Direction == "DESC" ? known.ThenByDescending(row => Number(row, measure.Name)) : known.ThenBy(row => Number(row, measure.Name));
        }

        JsonNode[] chosen = [.. rows.Take(level.First ?? 1000)];
        all.Clear();
        foreach (JsonNode row in chosen)
        {
            Choose(row, [.. levels.Skip(1)]);
            all.Add(row);
        }
    }

    private static IEnumerable<(string Path, IReadOnlyList<string?> Keys, JsonNode Row)> Rows(JsonNode around, int depth) =>
        around["cut"] is not JsonArray rows ? [] : rows.SelectMany(row =>
        {
            string? key = row!["key"]?.GetValue<string>();
            return depth == 1 ? [($"{key}", [key], row)] : Rows(row, depth - 1).Select(inner => ($"{key}\n{inner.Path}", (IReadOnlyList<string?>)[key, .. inner.Keys], inner.Row));
        });

    private static JsonObject Values(JsonNode row)
    {
        JsonObject values = row.DeepClone().AsObject();
        values.Remove("cut");
        values.Remove("key");
        return values;
    }

    private static bool IsSilent(JsonNode? values) => values is null || (values is JsonObject fields && fields.All(field => IsSilent(field.Value)));

    private static decimal? Number(JsonNode row, string measure) => row[Names.Camel(measure)]?.GetValue<decimal>();

    private static bool Same(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (JsonObject a, JsonObject b) => a.Count == b.Count && a.Zip(b).All(pair => pair.First.Key == pair.Second.Key && Same(pair.First.Value, pair.Second.Value)),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (null, null) => true,
        (JsonValue a, JsonValue b) => a.ToJsonString() == b.ToJsonString() || (a.TryGetValue(out double x) && b.TryGetValue(out double y) && Math.Abs(x - y) <= 1e-9 * Math.Max(Math.Abs(x), Math.Abs(y))),
        _ => false,
    };

    private JsonNode Answer(string question)
    {
        JsonNode answer = plant.Ask(question);
        Assert.True(answer["errors"] is null, $"{question}\n{answer.ToJsonString()}");
        return answer["data"]!["subject"]!;
    }
}
