using System.CommandLine;
using System.Globalization;
using ProdSales.Host.Commands;
using ProdSales.Host.Speech;
using ProdSales.Learning.Data;
using ProdSales.Learning.Explanation;
using ProdSales.Learning.Trained;

namespace ProdSales.Host.Learning;

/// <summary><c>prodsales score MODEL FILE</c>: the probability of every row, with reasons, as CSV.</summary>
internal static class ScoreCommand
{
    internal static Command Create()
    {
        Argument<FileInfo> model = new("model") { Description = "A model that 'prodsales learn --out' wrote." };
        Argument<FileInfo> file = new("file") { Description = "CSV, Parquet or another table with the columns of the model." };
        Option<string?> id = new("--id") { Description = "A column that names each row in the answer." };
        Option<int> reasons = new("--reasons") { Description = "The most reasons for and against, each.", DefaultValueFactory = _ => 5 };
        Option<FileInfo?> target = new("--out") { Description = "Where to write the answer; without it, on the terminal." };
        Command command = new("score", "Writes the probability of every row of a table by a learned model, with what speaks for and against it.") { model, file, id, reasons, target };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                TrainedModel trained = Read(parsed.GetValue(model)!);
                TextTable texts = TextTable.Read(parsed.GetValue(file)!, cancellation);
                Speaker speaker = Speaker.Of(parsed);
                Table table = Typed(trained, texts, speaker);
                IReadOnlyList<string?>? ids = parsed.GetValue(id) is { } name ? texts.Find(name) ?? throw new RefusedException("learn-no-column", ("column", name), ("known", string.Join(", ", texts.Names))) : null;
                using TextWriter writer = parsed.GetValue(target) is { } place ? new StreamWriter(place.FullName) : Console.Out;
                Write(trained, table, texts.RowCount, ids, parsed.GetValue(reasons), writer);
                if (trained.Training.Skill is Skill.None)
                {
                    Console.Error.WriteLine(speaker.Say("learn.no-reasons"));
                }

                return CommandLine.Fine;
            },
            cancellation));
        return command;
    }

    private static TrainedModel Read(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new RefusedException("no-file", ("file", file.FullName));
        }

        try
        {
            return ModelBytes.Read(File.ReadAllBytes(file.FullName));
        }
        catch (ModelBytesException failure)
        {
            throw new RefusedException(failure.Code, ("file", file.Name), ("detail", failure.Message));
        }
    }

    /// <summary>The columns of the model; single values that are not of their kind are missing, and told.</summary>
    private static Table Typed(TrainedModel model, TextTable texts, Speaker speaker)
    {
        List<TableColumn> columns = [];
        foreach (ModelColumn wanted in model.Columns)
        {
            IReadOnlyList<string?> values = texts.Find(wanted.Name) ?? throw new RefusedException("learn-column-absent", ("column", wanted.Name));
            (TableColumn column, int unreadable) = ProdSales.Learning.Data.TextColumns.ReadAs(wanted.Name, wanted.Kind, values);
            if (unreadable > 0)
            {
                Console.Error.WriteLine(speaker.Say("learn.unreadable", ("column", wanted.Name), ("rows", unreadable), ("kind", speaker.Say($"learn.kind-{wanted.Kind.ToString().ToLowerInvariant()}"))));
            }

            columns.Add(column);
        }

        return new Table(columns);
    }

    private static void Write(TrainedModel model, Table table, int rows, IReadOnlyList<string?>? ids, int most, TextWriter writer)
    {
        writer.WriteLine("row,id,probability,for,against");
        string[] columns = [.. model.Columns.Select(column => column.Name)];
        RowScore[] scores = model.Score(table);
        for (int row = 0; row < rows; row++)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row + 1},{Quoted(ids?[row] ?? "")},{scores[row].Probability:0.000000},{Quoted(Told(scores[row], columns, table, row, true, most))},{Quoted(Told(scores[row], columns, table, row, false, most))}"));
        }
    }

    private static string Told(RowScore score, string[] columns, Table table, int row, bool isFor, int most) =>
        string.Join("; ", Reasons.Strongest(score, columns, table, row, isFor, most).Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Column}={reason.Value} ({reason.Contribution:+0.00;-0.00})")));

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
