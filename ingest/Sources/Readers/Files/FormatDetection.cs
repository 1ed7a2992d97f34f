namespace ProdSales.Sources.Readers.Files;

/// <summary>Tells the format of a file by its extension, and sees when the content is of another.</summary>
internal static class FormatDetection
{
    /// <summary>Tells the format from the name.</summary>
    /// <param name="name">The file's name, a trailing <c>.gz</c> or <c>.zip</c> included.</param>
    /// <exception cref="SourceFileException">The extension is none that is known.</exception>
    internal static SourceFormat ByExtension(string name)
    {
        bool isPacked = Path.GetExtension(name).ToUpperInvariant() is ".GZ" or ".ZIP";
        string bare = isPacked ? Path.GetFileNameWithoutExtension(name) : name;
        string extension = Path.GetExtension(bare).ToUpperInvariant();
        return extension switch
        {
            ".CSV" or ".TSV" or ".TAB" or ".TXT" => SourceFormat.Delimited,
            ".NDJSON" or ".JSONL" => SourceFormat.Ndjson,
            ".PARQUET" => SourceFormat.Parquet,
            ".XLSX" or ".XLS" or ".XLSM" => SourceFormat.Workbook,
            ".XES" => SourceFormat.EventLog,
            ".SQL" => SourceFormat.SqlScript,
            _ => throw new SourceFileException(
                SourceFileCodes.Format,
                name,
                $"{name} has the extension \"{Path.GetExtension(bare)}\"; known are .csv .tsv .txt .ndjson .parquet .xlsx .xls .xes .sql, each also with .gz or .zip, or say the format."),
        };
    }

    /// <summary>Refuses content that is plainly of another format.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="format">What it was said to be.</param>
    /// <param name="beginning">Its first bytes.</param>
    /// <exception cref="SourceFileException">The content is of another format.</exception>
    internal static void Require(string name, SourceFormat format, ReadOnlySpan<byte> beginning)
    {
        bool isText = format is not (SourceFormat.Parquet or SourceFormat.Workbook);
        if (isText && Binary(beginning) is { } found)
        {
            throw new SourceFileException(SourceFileCodes.Format, name, $"{name} holds {found}, not the text of a {format} file.");
        }
    }

    private static string? Binary(ReadOnlySpan<byte> beginning) => beginning switch
    {
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => "a Parquet file",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive or XLSX workbook",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an XLS workbook",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF document",
        _ => null,
    };
}
