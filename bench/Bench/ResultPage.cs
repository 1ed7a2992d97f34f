using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ProdSales.Bench;

/// <summary>Writes what a benchmark found, to the terminal and to its page in bench/results.</summary>
internal static class ResultPage
{
    private const string Paired = "ratio = ours / reference, medians over pairs in turn with the smallest and largest; speed ratio is its inverse.";

    internal static string Of(IBenchmark benchmark, double scale, IReadOnlyList<RatioRow> rows)
    {
        bool isTime = benchmark.Quantity is "time" or "CPU time";
        StringBuilder page = new();
        page.AppendLine(CultureInfo.InvariantCulture, $"# {benchmark.Name}");
        page.AppendLine(benchmark.Question);
        page.AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"`bench/run {benchmark.Name} --scale {scale}` on {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}. {(isTime ? $"{char.ToUpperInvariant(benchmark.Quantity[0])}{benchmark.Quantity[1..]} {Paired}" : "Ratio = ours / reference, each once.")}");
        page.AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"| what | {benchmark.Quantity} ratio (min..max) | {(isTime ? "speed ratio" : "inverse")} | goal | note |");
        page.AppendLine("|---|---|---|---|---|");
        foreach (RatioRow row in rows)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {row.What} | {row.MedianTimeRatio:0.00#} ({row.TimeRatios.Min():0.00#}..{row.TimeRatios.Max():0.00#}) | {1 / row.MedianTimeRatio:0.00} | {row.Goal} | {row.Note} |");
        }

        return page.ToString();
    }
}
