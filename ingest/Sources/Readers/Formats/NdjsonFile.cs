using ProdSales.Sources.Readers.Encodings;
using ProdSales.Sources.Readers.Records;
using ProdSales.Sources.Readers.Staging;

namespace ProdSales.Sources.Readers.Formats;

/// <summary>Stages JSON objects, one a line; the columns are the names of all of them, in the order in which they come up.</summary>
internal static class NdjsonFile
{
    private static readonly TextDialect Lines = new() { Delimiter = [0xFF], Quote = null, LineEnd = [(byte)'\n'] };

    /// <summary>Stages a file.</summary>
    /// <param name="path">The file, unpacked.</param>
    /// <param name="file">What is declared about it.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    internal static StagedTable Stage(string path, SourceFile file, StagingTarget target, CancellationToken cancellationToken)
    {
        Utf8Text text = TextEncodings.Open(path, file, target.Spool, cancellationToken);
        text = text.IsDetermined ? text : TextEncodings.Judged(path, file, target.Spool, cancellationToken);
        string[] columns = file.Options.Columns is { } declared ? [.. declared] : Names(text, file, cancellationToken);
        HeaderNames.Require(columns, file.Name, "names of the objects");
        DefectLog defects = new(file.Name, file.Options.Limits);
        using StagingWriter writer = StagingWriter.Create(target, columns, file);
        using FileStream stream = text.Open();
        RecordReader reader = Reader(stream, file);
        JsonObjectLine line = new();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.Fault is { } fault)
            {
                RecordFaults.Add(defects, reader, fault, columns.Length, file.Options.Limits);
            }
            else if (line.Parse(reader.Record) is { } problem)
            {
                defects.Add(reader.Line, column: null, reader.Record, problem);
            }
            else
            {
                Write(writer, columns, line, reader.Line);
            }
        }

        writer.Complete();
        return StagedRows.Of(target.Table, columns, writer, defects, text.Remarks);
    }

    private static void Write(StagingWriter writer, string[] columns, JsonObjectLine line, long number)
    {
        for (int column = 0; column < columns.Length; column++)
        {
            writer.Set(column, line.Values.GetValueOrDefault(columns[column]));
        }

        writer.EndRow(number);
    }

    private static string[] Names(Utf8Text text, SourceFile file, CancellationToken cancellationToken)
    {
        using FileStream stream = text.Open();
        RecordReader reader = Reader(stream, file);
        JsonObjectLine line = new();
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> names = [];
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.Fault is null && line.Parse(reader.Record) is null)
            {
                names.AddRange(line.Values.Keys.Where(seen.Add));
            }
        }

        return [.. names];
    }

    private static RecordReader Reader(FileStream stream, SourceFile file) => new(stream, Lines, fieldCount: null, file.Options.Limits.MaxRecordBytes);
}
