using System.Globalization;
using ProdSales.GraphQL.Execution;

namespace ProdSales.Bench.Serve;

/// <summary>The engine by itself, without a warehouse: what a request costs its server.</summary>
internal sealed class ServeBenchmark : IBenchmark
{
    private const int Rounds = 11;
    private const int Requests = 6_400;

    public string Name => "serve";

    public string Question =>
        "What processor time does a request cost the server, sixteen clients asking at a time, against a program written by hand for the same answer (minimal API, Utf8JsonWriter) and against mercurius with its JIT? And a document that is seen for the first time, against graphql-js?";

    public string Quantity => "CPU time";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        using ServerProcess engine = new(Environment.ProcessPath!, ListServer.Argument, "engine");
        using ServerProcess byHand = new(Environment.ProcessPath!, ListServer.Argument, "hand");
        using ServerProcess mercurius = new("node", Path.Combine(SourceTree.Root, "bench", "node", "serve.mjs"));
        foreach ((string what, string query, string goalByHand, string goalMercurius) in new[]
        {
            ("a list of 100 objects", ServedQuestions.List, "at most 1.2", "at most 0.45"),
            ("hello", ServedQuestions.Hello, "at most 1.2", "at most 0.8"),
        })
        {
            Hold(what, engine.Answer(query), byHand.Answer(query), mercurius.Answer(query));
            List<double> ours = [];
            List<double> hand = [];
            List<double> theirs = [];
            for (int round = -3; round < Rounds; round++)
            {
                (double one, double two, double three) = (engine.Cost(query, Requests), byHand.Cost(query, Requests), mercurius.Cost(query, Requests));
                if (round >= 0)
                {
                    ours.Add(one);
                    hand.Add(two);
                    theirs.Add(three);
                }
            }

            yield return new RatioRow($"{what}, against a program written by hand", ours, hand, goalByHand, Told(ours, hand));
            yield return new RatioRow($"{what}, against mercurius with JIT", ours, theirs, goalMercurius, Told(ours, theirs));
        }

        yield return NewDocument();
    }

    /// <summary>A document that no cache holds: parsed, validated, planned to its root fields; graphql-js parses and validates.</summary>
    private static RatioRow NewDocument()
    {
        GraphQLEngine uncached = ListServer.Engine(new EngineLimits { CacheBytes = 0 });
        GraphQLRequest request = new(ServedQuestions.Document) { OperationName = "Overview" };
        using ReferenceParser reference = new(ServedQuestions.Schema, ServedQuestions.Document);
        List<double> ours = [];
        List<double> theirs = [];
        for (int round = -3; round < Rounds; round++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            for (int done = 0; done < 2_000; done++)
            {
                if (uncached.Select(request).Errors.Count > 0)
                {
                    throw new InvalidOperationException("The document is refused.");
                }
            }

            double cost = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / 2_000;
            double told = reference.Cost(2_000);
            if (round >= 0)
            {
                ours.Add(cost);
                theirs.Add(told);
            }
        }

        return new RatioRow($"a new document of {ServedQuestions.Document.Length} characters: parse, validate and plan, against parse and validate by graphql-js", ours, theirs, "at most 0.1", Told(ours, theirs));
    }

    private static void Hold(string what, params string[] answers)
    {
        if (answers.Distinct(StringComparer.Ordinal).Count() != 1)
        {
            throw new InvalidOperationException($"{what}: the answers differ: {string.Join(" / ", answers.Select(answer => answer[..Math.Min(200, answer.Length)]))}");
        }
    }

    private static string Told(IReadOnlyList<double> ours, IReadOnlyList<double> theirs)
        => string.Create(CultureInfo.InvariantCulture, $"median {RatioRow.Median(ours):0.0} µs against {RatioRow.Median(theirs):0.0} µs, best {ours.Min():0.0} against {theirs.Min():0.0}; answers equal");
}
