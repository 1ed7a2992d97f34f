using System.Text;
using ProdSales.Sources.Readers.Encodings;
using ProdSales.Sources.Readers.Records;
using ProdSales.Sources.Readers.Staging;

namespace ProdSales.Sources.Readers.Delimited;

/// <summary>Stages delimited text: a plain one as a view that DuckDB reads, any other record by record into a table.</summary>
internal static class DelimitedFile
{
    private const int SampleBytes = 1 << 18;

    /// <summary>Stages a file.</summary>
    /// <param name="path">The file, unpacked.</param>
    /// <param name="file">What is declared about it.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    internal static StagedTable Stage(string path, SourceFile file, StagingTarget target, CancellationToken cancellationToken)
    {
        Utf8Text text = TextEncodings.Open(path, file, target.Spool, cancellationToken);
        if (PlainView(text, file, target, cancellationToken) is { } view)
        {
            return view;
        }

        if (!text.IsDetermined)
        {
            text = TextEncodings.Judged(path, file, target.Spool, cancellationToken);
            if (PlainView(text, file, target, cancellationToken) is { } transcoded)
            {
                return transcoded;
            }
        }

        return Table(text, file, target, cancellationToken);
    }

    private static StagedTable? PlainView(Utf8Text text, SourceFile file, StagingTarget target, CancellationToken cancellationToken)
    {
        TextDialect dialect = Dialect(text, file);
        TextHeader header = TextHeader.Read(text, dialect, file);
        bool isCovered = text.IsTrusted && RecordSurvey.Covers(dialect) && header.Record.AsSpan().IndexOfAny((byte)'\n', (byte)'\r') < 0;
        if (!isCovered)
        {
            return null;
        }

        RecordSurvey survey = new(dialect, header.Columns.Count, header.Record);
        using FileStream stream = text.Open();
        byte[] above = new byte[header.BytesAbove];
        stream.ReadExactly(above);
        bool isPlain = survey.IsPlain(stream, file.Options.Limits.MaxRecordBytes, cancellationToken);
        if (!isPlain || EndsLikeRows(above, survey) is not { } endsWithReturn)
        {
            return null;
        }

        target.Connection.Execute(ViewSql(text, dialect, header, survey, endsWithReturn, file, target.Table));
        return new StagedTable { Name = target.Table, Columns = Columns(header), RowCount = survey.RecordCount, Remarks = text.Remarks };
    }

    private static StagedTable Table(Utf8Text text, SourceFile file, StagingTarget target, CancellationToken cancellationToken)
    {
        TextDialect dialect = Dialect(text, file);
        TextHeader header = TextHeader.Read(text, dialect, file);
        int columns = header.Columns.Count;
        DefectLog defects = new(file.Name, file.Options.Limits);
        using FileStream stream = text.Open();
        RecordReader reader = new(stream, dialect, columns, file.Options.Limits.MaxRecordBytes);
        reader.SkipLines(header.LinesAbove);
        using StagingWriter writer = StagingWriter.Create(target, header.Columns, file);
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            string? fault = reader.Fault ?? (IsHeader(reader, header) ? ReadDefectCodes.RepeatedHeader : null);
            if (fault is not null)
            {
                RecordFaults.Add(defects, reader, fault, columns, file.Options.Limits);
                continue;
            }

            for (int column = 0; column < columns; column++)
            {
                writer.Set(column, reader.Field(column));
            }

            writer.EndRow(reader.Line);
        }

        writer.Complete();
        return new StagedTable
        {
            Name = target.Table,
            Columns = Columns(header),
            RowCount = writer.RowCount,
            Defects = defects.Kept,
            DefectCount = defects.Count,
            Remarks = text.Remarks,
        };
    }

    private static TextDialect Dialect(Utf8Text text, SourceFile file)
    {
        using FileStream stream = text.Open();
        byte[] sample = new byte[SampleBytes];
        int length = stream.ReadAtLeast(sample, SampleBytes, throwOnEndOfStream: false);
        return DialectDetection.Resolve(sample[..length], isWhole: length < SampleBytes, file);
    }

    /// <summary>Tells whether lines end with CRLF, where those above the first record end as the records do: the engine goes by the first and drops the rest.</summary>
    /// <returns>Null when they end in several ways.</returns>
    private static bool? EndsLikeRows(ReadOnlySpan<byte> above, RecordSurvey survey)
    {
        int pairs = above.Count("\r\n"u8);
        int lineFeeds = above.Count((byte)'\n');
        bool endsWithReturn = survey.EndsWithReturn ?? pairs > 0;
        bool isAlike = pairs == (endsWithReturn ? lineFeeds : 0) && above.Count((byte)'\r') == pairs;
        return isAlike ? endsWithReturn : null;
    }

    private static bool IsHeader(RecordReader reader, TextHeader header) =>
        header.Record.Length > 0 && reader.Record.SequenceEqual(header.Record);

    private static string ViewSql(Utf8Text text, TextDialect dialect, TextHeader header, RecordSurvey survey, bool endsWithReturn, SourceFile file, string table)
    {
        string quote = StagingSql.Text(dialect.Quote is { } mark ? ((char)mark).ToString() : "");
        string nulls = file.Options.NullText is { Length: > 0 } nullText ? $"['', {StagingSql.Text(nullText)}]" : "['']";
        string types = string.Join(", ", header.Columns.Select(column => $"{StagingSql.Text(column)}: 'VARCHAR'"));
        return $$"""
            CREATE VIEW {{StagingSql.Name(table)}} AS
            SELECT *, {{StagingSql.Text(file.Name)}} AS {{StagedTable.FileColumn}}, row_number() OVER () + {{header.LinesAbove}} AS {{StagedTable.LineColumn}}
            FROM read_csv({{StagingSql.Path(text.Path)}}, auto_detect = false, header = false, skip = {{header.LinesAbove}},
              delim = {{StagingSql.Text(Encoding.UTF8.GetString(dialect.Delimiter))}}, quote = {{quote}}, escape = {{quote}}, nullstr = {{nulls}}, new_line = {{(endsWithReturn ? @"'\r\n'" : @"'\n'")}},
              max_line_size = {{Math.Max(2 << 20, survey.LongestRecord + 2)}}, columns = { {{types}} })
            """;
    }

    private static StagedColumn[] Columns(TextHeader header) => [.. header.Columns.Select(column => new StagedColumn(column, "VARCHAR"))];
}
