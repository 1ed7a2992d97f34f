using System.CommandLine;
using ProdSales.Host.Loads;
using ProdSales.Host.Speech;
using ProdSales.Loading.Auditing;
using ProdSales.Sources.Mappings.Reports;
using ProdSales.Warehouse;

namespace ProdSales.Host.Commands;

/// <summary><c>prodsales check</c>: what a load would do, or whether a warehouse agrees with its own books.</summary>
internal static class CheckCommand
{
    internal static Command Create()
    {
        Argument<string?> mapping = new("mapping")
        {
            Description = "A shipped mapping by name, 'feeds' for files in the feeds' own columns, or a YAML file.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Argument<DirectoryInfo?> folder = new("folder") { Description = "The folder of the files.", Arity = ArgumentArity.ZeroOrOne };
        Option<FileInfo?> database = CommonOptions.Database("it is held against its own books instead, and nothing in it is changed.");
        Command command = new(
            "check",
            "Checks a mapping against its files and counts rows, bad rows by reason and known dirt; or, with --db, a warehouse against its own books.")
        {
            mapping, folder, database,
        };
        command.Validators.Add(result =>
        {
            bool hasFiles = result.GetValue(mapping) is not null && result.GetValue(folder) is not null;
            bool hasNeither = result.GetValue(mapping) is null && result.GetValue(folder) is null;
            if (result.GetValue(database) is null ? !hasFiles : !hasNeither)
            {
                result.AddError(new Speaker(LanguageChoice.OfCommand(result.GetValue(CommonOptions.Language), Environment.GetEnvironmentVariable)).Say("command.check-what"));
            }
        });
        command.SetAction((parsed, cancellation) => Task.Run(
            () => parsed.GetValue(database) is { } file
                ? Audit(file, Speaker.Of(parsed), cancellation)
                : DryRun(parsed.GetValue(mapping)!, parsed.GetValue(folder)!, Speaker.Of(parsed), cancellation),
            cancellation));
        return command;
    }

    private static int DryRun(string mapping, DirectoryInfo folder, Speaker speaker, CancellationToken cancellation)
    {
        using MappingLoad load = MappingLoad.Prepare(mapping, folder, cancellation);
        CheckReport report = load.DryRun(cancellation);
        foreach (string line in load.Mapping.Remarks.Concat(new CheckReportText(speaker).Lines(report)))
        {
            Console.WriteLine(line);
        }

        return report.BadRows + report.UnreadableCount == 0 ? CommandLine.Fine : CommandLine.Failed;
    }

    private static int Audit(FileInfo file, Speaker speaker, CancellationToken cancellation)
    {
        try
        {
            using WarehouseDatabase warehouse = WarehouseFiles.OpenAsItIs(file);
            int faults = 0;
            foreach (AuditCheck check in WarehouseAudit.Run(warehouse, cancellation))
            {
                string text = speaker.Say($"check.{check.Name}", ("examined", check.Examined));
                Console.WriteLine(speaker.Say(check.Faults.Count == 0 ? "check.fine" : "check.wrong", ("check", text)));
                check.Faults.ToList().ForEach(fault => Console.WriteLine($"       {speaker.Say(fault)} ({fault.Code})"));
                faults += check.Faults.Count;
            }

            Console.WriteLine(speaker.Say(faults == 0 ? "check.sound" : "check.unsound", ("file", file.FullName), ("faults", faults)));
            return faults == 0 ? CommandLine.Fine : CommandLine.Failed;
        }
        catch (WarehouseException failure) when (failure.Kind is WarehouseErrorKind.Corrupt or WarehouseErrorKind.Io or WarehouseErrorKind.Fatal)
        {
            Console.Error.WriteLine(speaker.Say("check.unreadable", ("file", file.FullName), ("detail", failure.Message), ("backups", $"{file.FullName}.backup")));
            return CommandLine.Failed;
        }
    }
}
