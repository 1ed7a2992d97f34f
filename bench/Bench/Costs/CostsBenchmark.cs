using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ProdSales.Bench.Costs;

/// <summary>The one table of what answers cost at 1, 10 and 50 million order lines: star-schema benchmark, screen, rollups, kept answers, explanations.</summary>
internal static class CostsBenchmark
{
    internal const string Name = "costs";

    private static readonly long[] Sizes = [1_000_000, 10_000_000, 50_000_000];

    /// <summary>Measures at one size, or at all of them, and gives the page anew after each.</summary>
    /// <param name="rows">Order lines, or null for 1, 10 and 50 million.</param>
    internal static IEnumerable<string> Pages(long? rows)
    {
        long[] sizes = rows is { } one ? [one] : Sizes;
        List<CostRow[]> results = [];
        foreach (long size in sizes)
        {
            results.Add(AtSize(size));
            yield return Page(rows, sizes[..results.Count], results);
        }
    }

    private static CostRow[] AtSize(long rows)
    {
        int rounds = rows switch { <= 2_000_000 => 7, <= 20_000_000 => 3, _ => 2 };
        return [.. In(folder => StarCosts.At(folder, rows, rounds)), .. In(folder => ScreenCosts.At(folder, rows, rounds))];
    }

    private static CostRow[] In(Func<string, IEnumerable<CostRow>> measure)
    {
        DirectoryInfo work = Directory.CreateTempSubdirectory("prodsales-bench-");
        try
        {
            return [.. measure(work.FullName).Select(Told)];
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static CostRow Told(CostRow row)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.What}: {row.Cpu:0.000} ({row.Wall:0.000}), {1000 * row.OurCpu:0.0} ms"));
        return row;
    }

    private static string Page(long? rows, long[] sizes, List<CostRow[]> results)
    {
        StringBuilder page = new();
        page.AppendLine(CultureInfo.InvariantCulture, $"# {Name}");
        page.AppendLine("What does an answer cost as the fact grows: the questions of the star-schema benchmark ([ssb](ssb.md) has each of them), the screen's own from the fact and out of rollups ([rollups](rollups.md)), an answer that is kept or that the client has ([screen](screen.md)), and why a number changed ([explain](explain.md))?");
        page.AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"`bench/run {Name}{(rows is null ? "" : $" --rows {rows}")}` on {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}. Answers are equal first. Ratios are ours / reference, medians over rounds in turn in one run, geometric means over several questions: processor time of the whole process (Malloy: of its own), and in parentheses time on the clock. Milliseconds are ours: processor time, and on the clock. Growth is our processor time over that at the smallest size.");
        page.AppendLine();
        string[] heads = ["what", "goal", .. sizes.SelectMany(size => new[] { $"{Millions(size)}: ratio", $"{Millions(size)}: ms" }), .. sizes.Skip(1).Select(size => $"growth to {Millions(size)}")];
        page.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", heads)} |");
        page.AppendLine(CultureInfo.InvariantCulture, $"|{string.Concat(heads.Select(_ => "---|"))}");
        for (int i = 0; i < results[0].Length; i++)
        {
            page.AppendLine(Line([.. results.Select(size => size[i])]));
        }

        return page.ToString();
    }

    private static string Line(CostRow[] bySize)
    {
        IEnumerable<string> cells = bySize.SelectMany(row => new[]
        {
            string.Create(CultureInfo.InvariantCulture, $"{row.Cpu:0.00#} ({row.Wall:0.00#})"),
            string.Create(CultureInfo.InvariantCulture, $"{1000 * row.OurCpu:0.0} ({1000 * row.OurWall:0.0})"),
        }).Concat(bySize.Skip(1).Select(row => (row.OurCpu / bySize[0].OurCpu).ToString("0.0", CultureInfo.InvariantCulture)));
        return $"| {bySize[0].What} | {bySize[0].Goal} | {string.Join(" | ", cells)} |";
    }

    private static string Millions(long rows) => string.Create(CultureInfo.InvariantCulture, $"{rows / 1_000_000.0:0.##} M");
}
