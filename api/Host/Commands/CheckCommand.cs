using System.CommandLine;
using System.Globalization;
using ProdSales.Host.Loads;
using ProdSales.Sources.Mappings.Reports;

namespace ProdSales.Host.Commands;

/// <summary><c>prodsales check MAPPING FOLDER</c>: what a load would do, without a warehouse.</summary>
internal static class CheckCommand
{
    internal static Command Create()
    {
        Argument<string> mapping = new("mapping") { Description = "A shipped mapping by name, 'feeds' for files in the feeds' own columns, or a YAML file." };
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of the files." };
        Command command = new("check", "Checks a mapping against its files and counts rows, bad rows by reason and known dirt; loads nothing.") { mapping, folder };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                using MappingLoad load = MappingLoad.Prepare(parsed.GetValue(mapping)!, parsed.GetValue(folder)!, cancellation);
                CheckReport report = load.DryRun(cancellation);
                foreach (string line in Lines(report))
                {
                    Console.WriteLine(line);
                }

                return report.BadRows + report.UnreadableCount == 0 ? CommandLine.Fine : CommandLine.Failed;
            },
            cancellation));
        return command;
    }

    private static IEnumerable<string> Lines(CheckReport report)
    {
        foreach (EntryReport entry in report.Entries)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Feed,-22}from {entry.From,-34}{entry.Rows,12:N0} rows{entry.BadRows,10:N0} bad{entry.LeftOut,10:N0} left out");
            foreach (DirtCount dirt in entry.Dirt)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"  {dirt.Rows,10:N0} {dirt.Name}: {dirt.Meaning}");
            }

            foreach (ReasonCount reason in entry.Reasons)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"  {reason.Rows,10:N0} {reason.Code} in {reason.Column}, as in: {reason.Example}");
            }
        }

        foreach (var defect in report.UnreadableRecords)
        {
            yield return $"  {defect.Message}";
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Rows:N0} rows, {report.BadRows:N0} bad, {report.UnreadableCount:N0} records that could not be read.");
    }
}
