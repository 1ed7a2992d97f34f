using System.IO.Compression;
using System.Text.Json;
using ProdSales.Support;

namespace ProdSales.GraphQL.Tests.Conformance;

/// <summary>What graphql-js' own tests gave to its parser, validator and executor, and what came back: one JSON object a line.</summary>
internal static class RecordedSuite
{
    public static string Path { get; } = System.IO.Path.GetFullPath(Repository.PathOf("..", "shared", "conformance", "graphql-js.jsonl.gz"));

    private static readonly Lazy<IReadOnlyList<RecordedCase>> Cases = new(Read);

    public static IEnumerable<RecordedCase> Of(string kind) => Cases.Value.Where(recorded => recorded.Kind == kind);

    private static List<RecordedCase> Read()
    {
        using GZipStream unpacked = new(File.OpenRead(Path), CompressionMode.Decompress);
        using StreamReader reader = new(unpacked);
        List<RecordedCase> cases = [];
        while (reader.ReadLine() is { } line)
        {
            cases.Add(new RecordedCase(cases.Count + 1, JsonDocument.Parse(line).RootElement));
        }

        return cases;
    }
}
