using System.Globalization;
using System.Text;

namespace ProdSales.Bench.Soak;

/// <summary>The page about a soak, and what makes it fail.</summary>
public static class SoakPage
{
    private const double MostGrowth = 1.15;

    /// <summary>What a server that held would not show; empty for one that did.</summary>
    public static IReadOnlyList<string> Faults(SoakReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        List<string> faults = [.. report.Wrong.Select(wrong => $"answer: {wrong}"), .. report.Broken.Select(broken => $"stream: {broken}"), .. report.Stale.Select(stale => $"stale: {stale}")];
        if (report.FailedLoads > 0 || report.Loads == 0)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"loads: {report.Loads} committed, {report.FailedLoads} failed"));
        }

        (string What, double Growth)[] growths = [("resident memory", report.Growth(sample => sample.Resident)), ("managed memory", report.Growth(sample => sample.InUse)), ("handles", report.Growth(sample => sample.Handles))];
        faults.AddRange(growths.Where(grown => grown.Growth > MostGrowth).Select(grown => string.Create(CultureInfo.InvariantCulture, $"{grown.What} grew to {grown.Growth:P0}")));
        return faults;
    }

    /// <summary>The page as Markdown.</summary>
    internal static string Of(SoakOptions options, SoakReport report)
    {
        StringBuilder page = new();
        void Line(FormattableString text) => page.Append(FormattableString.Invariant(text)).Append('\n');
        Line($"# soak\n");
        Line($"A server is used from many sides at once, and must be at the end what it was at the beginning. One process serves and loads, another asks; both on this machine.\n");
        Line($"- {report.Sent.Values.Sum():N0} requests of {options.Workers} clients in {report.Lasted.TotalSeconds:N0} s, {report.Processor.TotalSeconds:N0} s of processor time in the server; {report.WrongCount:N0} answers that were not right.");
        Line($"- {options.Listeners:N0} live questions, half by server-sent events and half by sockets, one after the other cut off and opened again; {report.Messages:N0} live answers; {report.Broken.Count} streams that broke; {report.Stale.Count} whose last answer was not that of a fresh query.");
        Line($"- {report.Loads:N0} loads committed meanwhile, {report.FailedLoads:N0} failed.");
        Line($"- Last third of the samples over the first: resident memory {report.Growth(sample => sample.Resident):F3}, managed memory after a collection {report.Growth(sample => sample.InUse):F3}, handles {report.Growth(sample => sample.Handles):F3}, threads {report.Growth(sample => sample.Threads):F3}.\n");
        Line($"| Requests | count |\n|---|---|");
        foreach ((string kind, int count) in report.Sent)
        {
            Line($"| {kind} | {count:N0} |");
        }

        Line($"\n| After requests | resident MB | managed MB | handles | threads |\n|---|---|---|---|---|");
        foreach (SoakSample sample in report.Samples.Where((_, index) => index % 3 == 0))
        {
            Line($"| {sample.Requests:N0} | {sample.Resident / 1e6:F0} | {sample.InUse / 1e6:F1} | {sample.Handles} | {sample.Threads} |");
        }

        foreach (string fault in Faults(report))
        {
            Line($"\n**Fault:** {fault}");
        }

        return page.ToString();
    }
}
