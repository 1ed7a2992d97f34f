using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Ssb;

/// <summary>The star-schema benchmark: its thirteen questions through the planner, against the best SQL by hand and against Malloy, at several sizes.</summary>
internal static class SsbBenchmark
{
    internal const string Name = "ssb";

    private static readonly long[] Sizes = [1_000_000, 10_000_000, 50_000_000];

    /// <summary>Measures at one size, or at all of them, and gives the page anew after each.</summary>
    /// <param name="rows">Order lines, or null for 1, 10 and 50 million.</param>
    internal static IEnumerable<string> Pages(long? rows)
    {
        long[] sizes = rows is { } one ? [one] : Sizes;
        List<SsbResult[]> results = [];
        foreach (long size in sizes)
        {
            results.Add(AtSize(size));
            yield return Page(rows, sizes[..results.Count], [.. results]);
        }
    }

    private static string Page(long? rows, long[] sizes, SsbResult[][] results)
    {
        StringBuilder page = new();
        page.AppendLine(CultureInfo.InvariantCulture, $"# {Name}");
        page.AppendLine("What do the thirteen questions of the star-schema benchmark cost through the planner (from the question to the last row, planned and written anew each time, nothing kept), against the best SQL that we can write by hand on the same connection, and against Malloy 0.0.431 over the same file? The tables are described by a folder of definitions, as users would ([bench/ssb](../ssb)).");
        page.AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"`bench/run {Name}{(rows is null ? "" : $" --rows {rows}")}` on {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}. Results are equal first. Ratios are ours / reference, medians over rounds in turn: processor time of the whole process, and in parentheses time on the clock. Growth is our processor time over that at the smallest size.");
        page.AppendLine();
        Table(page, sizes, SsbQuestions.All, [.. results.Select(size => size[..SsbQuestions.All.Length])], hasMean: true);
        page.AppendLine();
        page.AppendLine("Goals: by hand at most 1.10, Malloy at most 0.40 on joins to dimensions. A condition on a joined dimension lets DuckDB turn Malloy's LEFT JOIN into an inner one, and each join of the thirteen has one; without conditions, and for a question that reads no row:");
        page.AppendLine();
        Table(page, sizes, SsbQuestions.Beside, [.. results.Select(size => size[SsbQuestions.All.Length..])], hasMean: false);
        return page.ToString();
    }

    private static void Table(StringBuilder page, long[] sizes, SsbQuestion[] questions, SsbResult[][] results, bool hasMean)
    {
        string[] heads = ["question", "rows", .. sizes.SelectMany(size => new[] { $"{Millions(size)}: by hand", $"{Millions(size)}: Malloy" }), .. sizes.Skip(1).Select(size => $"growth to {Millions(size)}")];
        page.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", heads)} |");
        page.AppendLine(CultureInfo.InvariantCulture, $"|{string.Concat(heads.Select(_ => "---|"))}");
        for (int i = 0; i < questions.Length; i++)
        {
            page.AppendLine(Line(questions[i].Name, results[^1][i].Rows.ToString(CultureInfo.InvariantCulture), [.. results.Select(size => new[] { size[i] })]));
        }

        if (hasMean)
        {
            page.AppendLine(Line("geometric mean", "", results));
        }
    }

    private static SsbResult[] AtSize(long rows)
    {
        DirectoryInfo work = Directory.CreateTempSubdirectory("prodsales-bench-");
        try
        {
            string path = Path.Combine(work.FullName, "ssb.duckdb");
            SsbStar.Make(path, rows);
            using DuckDbConnection connection = SsbStar.Open(path);
            using MalloyProcess? malloy = MalloyProcess.Start(path);
            SsbRun run = new(connection, malloy);
            int rounds = rows switch { <= 2_000_000 => 11, <= 20_000_000 => 5, _ => 3 };
            return [.. SsbQuestions.All.Concat(SsbQuestions.Beside).Select(question => Told(rows, run.Ask(question, rounds)))];
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static SsbResult Told(long rows, SsbResult result)
    {
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Millions(rows)} {result.Question.Name}: {result.Rows} rows, ours {result.OurCpu * 1000:0.0} ms, by hand {result.CpuToHand:0.00} ({result.WallToHand:0.00}), Malloy {result.CpuToMalloy:0.00}"));
        return result;
    }

    private static string Line(string name, string rows, SsbResult[][] bySize)
    {
        StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $"| {name} | {rows} |");
        foreach (SsbResult[] results in bySize)
        {
            double? malloy = results.All(result => result.CpuToMalloy is not null) ? Mean(results, result => result.CpuToMalloy!.Value) : null;
            line.Append(CultureInfo.InvariantCulture, $" {Mean(results, result => result.CpuToHand):0.00} ({Mean(results, result => result.WallToHand):0.00}) | {malloy?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–"} |");
        }

        foreach (SsbResult[] results in bySize.Skip(1))
        {
            line.Append(CultureInfo.InvariantCulture, $" {Mean(results, result => result.OurCpu) / Mean(bySize[0], result => result.OurCpu):0.0} |");
        }

        return line.ToString();
    }

    private static double Mean(SsbResult[] results, Func<SsbResult, double> value) => Math.Exp(results.Average(result => Math.Log(value(result))));

    private static string Millions(long rows) => string.Create(CultureInfo.InvariantCulture, $"{rows / 1_000_000.0:0.##} M");
}
