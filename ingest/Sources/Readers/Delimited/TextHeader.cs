using ProdSales.Sources.Readers.Encodings;
using ProdSales.Sources.Readers.Files;
using ProdSales.Sources.Readers.Records;
using ProdSales.Sources.Readers.Staging;

namespace ProdSales.Sources.Readers.Delimited;

/// <summary>The columns of a delimited text, and where its records begin.</summary>
/// <param name="Columns">The names of the columns in the order of the file.</param>
/// <param name="Record">The bytes of the header; empty when there is none.</param>
/// <param name="LinesAbove">The physical lines above the first record.</param>
/// <param name="BytesAbove">The bytes above the first record, a byte-order mark not counted.</param>
internal sealed record TextHeader(IReadOnlyList<string> Columns, byte[] Record, int LinesAbove, long BytesAbove)
{
    /// <summary>Reads the header, or counts the columns where there is none.</summary>
    /// <exception cref="SourceFileException">The header is absent or at fault, or has not as many columns as were declared.</exception>
    internal static TextHeader Read(Utf8Text text, TextDialect dialect, SourceFile file)
    {
        ReadOptions options = file.Options;
        using FileStream stream = text.Open();
        RecordReader reader = new(stream, dialect, fieldCount: options.JoinsShortLines ? options.Columns?.Count : null, options.Limits.MaxRecordBytes);
        reader.SkipLines(options.SkipLines);
        long above = reader.Position;
        bool hasHeader = options.HasHeader ?? options.Columns is null;
        if (!reader.Read())
        {
            return options.Columns is { } declared && !hasHeader
                ? new TextHeader(declared, [], options.SkipLines, above)
                : throw SourceErrors.Empty(file.Name, $"has no header within its {reader.NextLine - 1} line(s)");
        }

        string place = $"line {reader.Line}";
        if (!hasHeader)
        {
            IReadOnlyList<string> columns = options.Columns ?? HeaderNames.Numbered(Enumerable.Range(0, reader.FieldCount));
            HeaderNames.Require(columns, file.Name, "declaration");
            return new TextHeader(columns, [], options.SkipLines, above);
        }

        if (reader.Fault is { } fault and not ReadDefectCodes.FieldCount)
        {
            throw new SourceFileException(SourceFileCodes.Columns, file.Name, $"{file.Name}, {place}: the header cannot be read ({fault}).");
        }

        string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.FieldText)];
        RequireCount(cells.Length, file, place);
        IReadOnlyList<string> names = HeaderNames.From(options.Columns ?? cells, file.Name, place);
        return new TextHeader(names, reader.Record.ToArray(), (int)(reader.NextLine - 1), reader.Position);
    }

    private static void RequireCount(int cells, SourceFile file, string place)
    {
        if (file.Options.Columns is { } declared && declared.Count != cells)
        {
            throw new SourceFileException(
                SourceFileCodes.Columns,
                file.Name,
                $"{file.Name}, {place}: the header has {cells} columns, and {declared.Count} were declared: {string.Join(", ", declared)}.");
        }
    }
}
