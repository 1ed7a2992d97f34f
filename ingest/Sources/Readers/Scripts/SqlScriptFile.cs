using System.Text;
using ProdSales.Sources.Readers.Encodings;
using ProdSales.Sources.Readers.Staging;

namespace ProdSales.Sources.Readers.Scripts;

/// <summary>Stages what a SQL script inserts into one table.</summary>
internal static class SqlScriptFile
{
    /// <summary>Stages a table.</summary>
    /// <param name="path">The file, unpacked.</param>
    /// <param name="file">What is declared about it.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="SourceFileException">No table is named, the script fills none of that name, or a text in it has no end.</exception>
    internal static StagedTable Stage(string path, SourceFile file, StagingTarget target, CancellationToken cancellationToken)
    {
        Utf8Text text = TextEncodings.Open(path, file, target.Spool, cancellationToken);
        text = text.IsDetermined ? text : TextEncodings.Judged(path, file, target.Spool, cancellationToken);
        IReadOnlyList<string> columns = Columns(text, file);
        HeaderNames.Require(columns, file.Name, $"table {file.Options.Table}");
        DefectLog defects = new(file.Name, file.Options.Limits);
        using StagingWriter writer = StagingWriter.Create(target, columns, file);
        using StreamReader script = Script(text);
        foreach (InsertedRow row in Statements(script, file).Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Problem(row, columns) is { } problem)
            {
                byte[] values = Encoding.UTF8.GetBytes(string.Join(", ", row.Values.Select(value => value ?? "NULL")));
                defects.Add(row.Line, column: null, values, problem);
                continue;
            }

            for (int i = 0; i < row.Values.Count; i++)
            {
                writer.Set(row.Columns is { } listed ? IndexOf(columns, listed[i]) : i, row.Values[i]);
            }

            writer.EndRow(row.Line);
        }

        writer.Complete();
        return StagedRows.Of(target.Table, columns, writer, defects, text.Remarks);
    }

    private static IReadOnlyList<string> Columns(Utf8Text text, SourceFile file)
    {
        using StreamReader script = Script(text);
        InsertStatements statements = Statements(script, file);
        InsertedRow? first = statements.Rows().FirstOrDefault();
        return file.Options.Columns ?? statements.DeclaredColumns ?? first?.Columns
            ?? (first is null ? throw Missing(file, statements.TablesSeen) : HeaderNames.Numbered(Enumerable.Range(0, first.Values.Count)));
    }

    private static SourceFileException Missing(SourceFile file, IReadOnlyList<string> seen) => new(
        SourceFileCodes.SqlScript,
        file.Name,
        $"{file.Name} inserts nothing into the table \"{file.Options.Table}\"; it has {string.Join(", ", seen)}.");

    private static RecordProblem? Problem(InsertedRow row, IReadOnlyList<string> columns)
    {
        int wanted = row.Columns?.Count ?? columns.Count;
        string? unknown = row.Columns?.FirstOrDefault(column => IndexOf(columns, column) < 0);
        return row switch
        {
            { Expression: { } expression } => Problem($"inserts the expression {expression}; only literals are allowed.", "literals only"),
            _ when unknown is not null => Problem($"inserts into the column {unknown}; the table has {string.Join(", ", columns)}.", $"the columns {string.Join(", ", columns)}"),
            _ when row.Values.Count != wanted => Problem($"inserts {row.Values.Count} values into {wanted} columns.", $"{wanted} values"),
            _ => null,
        };
    }

    private static RecordProblem Problem(string text, string allowed) => new(ReadDefectCodes.ValueCount, text, allowed);

    private static int IndexOf(IReadOnlyList<string> columns, string name) =>
        columns.Index().Where(column => column.Item.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(column => column.Index).FirstOrDefault(-1);

    private static InsertStatements Statements(StreamReader script, SourceFile file) => new(
        script,
        file.Name,
        file.Options.Table ?? throw new SourceFileException(SourceFileCodes.SqlScript, file.Name, $"{file.Name} is a SQL script; say which table of it is read."));

    private static StreamReader Script(Utf8Text text) => new(text.Open(), Encoding.UTF8);
}
