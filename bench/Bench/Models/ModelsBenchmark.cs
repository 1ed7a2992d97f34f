using System.Text;
using ProdSales.Bench.Models.Forecasts;
using ProdSales.Bench.Models.Planning;
using ProdSales.Bench.Models.Scores;
using ProdSales.Bench.Models.Service;

namespace ProdSales.Bench.Models;

/// <summary><c>bench/run models [--data DIR] [--only F1,F3]</c>: every protocol on a folder laid out like the public data beside the project.</summary>
internal static class ModelsBenchmark
{
    internal const string Name = "models";

    private static readonly IProtocol[] Protocols =
    [
        new CombinationProtocol(), new PooledErrorProtocol(), new EtsProtocol(), new WeeklyProtocol(), new IntervalProtocol(), new ValueAddedProtocol(), new SpeedProtocol(),
        new SparePartsProtocol(), new HierarchyProtocol(),
        new WinLossProtocol(), new RollingWinLossProtocol(), new MavenEngageProtocol(), new MavenLandmarkProtocol(), new LeakProtocol(), new TelcoProtocol(), new CdnowProtocol(),
        new ParityProtocol(), new ScoringProtocol(), new ReproductionProtocol(),
        new TrueChanceProtocol(), new DriftProtocol(), new ChallengerProtocol(),
        new CalendarProtocol(), new LadderProtocol(),
    ];

    /// <summary>Prints each figure as it becomes known; a whole run on the default folder also writes the page.</summary>
    /// <returns>The exit code of the program: 2 when the folder or an id does not exist.</returns>
    internal static int Run(string[] args, string results)
    {
        string? asked = Option(args, "--data");
        string folder = asked ?? Path.GetFullPath(Path.Combine(SourceTree.Root, "..", "shared", "data"));
        string[]? only = Option(args, "--only")?.Split(',');
        string[] unknown = [.. only?.Except(Protocols.Select(protocol => protocol.Id)) ?? []];
        if (!Directory.Exists(folder) || unknown.Length > 0)
        {
            Console.Error.WriteLine(unknown.Length > 0
                ? $"No protocol is named '{unknown[0]}'. There are: {string.Join(", ", Protocols.Select(protocol => protocol.Id))}."
                : $"There is no folder '{folder}'.");
            return 2;
        }

        StringBuilder page = new();
        foreach (string line in ModelsPage.Lines([.. Protocols.Where(protocol => only?.Contains(protocol.Id) ?? true)], new DataFolder(folder)))
        {
            Console.WriteLine(line);
            page.AppendLine(line);
        }

        if (asked is null && only is null)
        {
            Directory.CreateDirectory(results);
            File.WriteAllText(Path.Combine(results, $"{Name}.md"), page.ToString());
        }

        return 0;
    }

    private static string? Option(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
