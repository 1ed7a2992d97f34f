using System.CommandLine;
using System.Globalization;
using ProdSales.Host.Terminal;
using ProdSales.Simulation;

namespace ProdSales.Host.Commands;

/// <summary><c>prodsales simulate FOLDER</c>: writes the demo company's files.</summary>
internal static class SimulateCommand
{
    internal static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "Where to write one file a feed, and truth.json with the planted causes." };
        Option<long> seed = CommonOptions.Seed();
        Option<double> scale = CommonOptions.Scale();
        Option<int> years = new("--years") { Description = "Years of history.", DefaultValueFactory = _ => new DemoOptions().Years };
        Option<string?> lastDay = new("--last-day") { Description = "Last day of business, as in 2026-10-31." };
        Option<bool> isPlain = new("--no-causes") { Description = "Plants no causes, so that a search for them must find nothing." };
        Command command = new("simulate", "Writes the files of a demo company: a forklift maker in Zhejiang, the same for the same seed.")
        {
            folder, seed, scale, years, lastDay, isPlain,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                DemoOptions options = new()
                {
                    Seed = parsed.GetValue(seed),
                    Scale = parsed.GetValue(scale),
                    Years = parsed.GetValue(years),
                    LastDay = DayOf(parsed.GetValue(lastDay)),
                    PlantCauses = !parsed.GetValue(isPlain),
                };
                Write(options, parsed.GetValue(folder)!.FullName, cancellation);
                return CommandLine.Fine;
            },
            cancellation));
        return command;
    }

    /// <summary>Writes a demo company, telling how far it is.</summary>
    internal static void Write(DemoOptions options, string folder, CancellationToken cancellation)
    {
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new RefusedException("demo-out-of-range", ("faults", string.Join(Environment.NewLine, faults)));
        }

        ProgressDisplay.Run(progress =>
        {
            new DemoCompany(options).WriteTo(folder, new DemoShown(progress), cancellation);
            return true;
        });
        Console.Error.WriteLine($"Demo company of seed {options.Seed} written to {folder}.");
    }

    private static DateOnly DayOf(string? text)
    {
        if (text is null)
        {
            return new DemoOptions().LastDay;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new RefusedException("not-a-day", ("text", text));
    }

    /// <summary>Shows the days of the company as they are told.</summary>
    private sealed class DemoShown(IProgress<WorkProgress> shown) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => shown.Report(new WorkProgress("demo company", value.Rows, (double)value.DaysDone / value.DaysInAll));
    }
}
