using System.CommandLine;
using ProdSales.Host.Commands;
using ProdSales.Host.Speech;
using ProdSales.Semantics;

namespace ProdSales.Host.Models;

/// <summary><c>prodsales model check FOLDER</c>: whether definitions of one's own fit the product's and the star.</summary>
internal static class ModelCommand
{
    internal static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of your YAML files." };
        Option<FileInfo?> database = CommonOptions.Database("they are held against an empty star of this version instead.");
        Command check = new("check", "Compiles the files of a folder with the product's own, holds them against a star, and lists every defect with its file and line.") { folder, database };
        check.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                DirectoryInfo checkedFolder = parsed.GetValue(folder)!;
                CommandModel model = CommandModel.In(checkedFolder);
                if (parsed.GetValue(database) is { } file)
                {
                    model.Open(file).Dispose();
                }
                else
                {
                    model.HoldAgainstEmptyStar();
                }

                Measure[] own = [.. model.Definitions.Subjects.SelectMany(subject => subject.Measures).Where(measure => measure.Place.IsUsers)];
                Console.WriteLine(Speaker.Of(parsed).Say(
                    "command.model-fits",
                    ("folder", checkedFolder.ToString()), ("subjects", own.Select(measure => measure.Subject).Distinct(StringComparer.Ordinal).Count()), ("measures", own.Length), ("version", model.Definitions.Version)));
                return CommandLine.Fine;
            },
            cancellation));
        return new Command("model", "Definitions of your own, read beside the product's.") { check };
    }
}
