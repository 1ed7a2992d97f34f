using ProdSales.Bench.Ssb;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Costs;

/// <summary>The thirteen questions of the star-schema benchmark at one size, and the three without conditions, against SQL by hand and Malloy.</summary>
internal static class StarCosts
{
    private const string ByHand = "at most 1.10";
    private const string ToMalloy = "at most 0.40 on joins";

    internal static IEnumerable<CostRow> At(string workFolder, long rows, int rounds)
    {
        string path = Path.Combine(workFolder, "ssb.duckdb");
        SsbStar.Make(path, rows);
        using DuckDbConnection connection = SsbStar.Open(path);
        using MalloyProcess? malloy = MalloyProcess.Start(path);
        SsbRun run = new(connection, malloy);
        SsbQuestion[] joins = [.. SsbQuestions.Beside.Where(question => !question.Name.StartsWith("no row", StringComparison.Ordinal))];
        foreach ((string what, SsbQuestion[] questions) in new[] { ("thirteen questions of the star-schema benchmark", SsbQuestions.All), ("three joins without conditions", joins) })
        {
            SsbResult[] results = [.. questions.Select(question => run.Ask(question, rounds))];
            yield return CostRow.Mean($"{what}, against SQL by hand", ByHand, [.. results.Select(result => Row(result, result.Hand))]);
            if (malloy is not null)
            {
                yield return CostRow.Mean($"{what}, against Malloy", ToMalloy, [.. results.Select(result => Row(result, result.Malloy))]);
            }
        }
    }

    private static CostRow Row(SsbResult result, IReadOnlyList<Cost> reference) => new(
        result.Question.Name,
        "",
        RatioRow.Median([.. result.Ours.Zip(reference, (ours, theirs) => ours.Cpu / theirs.Cpu)]),
        RatioRow.Median([.. result.Ours.Zip(reference, (ours, theirs) => ours.Wall / theirs.Wall)]),
        result.OurCpu,
        RatioRow.Median([.. result.Ours.Select(cost => cost.Wall)]));
}
