namespace ProdSales.Sources.Readers;

/// <summary>Why a whole file was refused. The codes are stable: callers and the cockpit's messages are keyed by them.</summary>
public static class SourceFileCodes
{
    /// <summary>There is no such file, or the pattern fits none.</summary>
    public const string Missing = "file-missing";

    /// <summary>The file has been written since the mapping was checked against it.</summary>
    public const string Changed = "file-changed";

    /// <summary>The path is a folder.</summary>
    public const string Folder = "file-is-folder";

    /// <summary>The operating system refuses to open or read it.</summary>
    public const string Unreadable = "file-unreadable";

    /// <summary>The file has no bytes, or none after the byte-order mark.</summary>
    public const string Empty = "file-empty";

    /// <summary>The format cannot be told from the extension, or the content is of another one.</summary>
    public const string Format = "file-format";

    /// <summary>The compressed stream is damaged or cut off.</summary>
    public const string Gzip = "gzip-damaged";

    /// <summary>The ZIP archive is damaged, has a password, or does not hold just one file.</summary>
    public const string Zip = "zip-damaged";

    /// <summary>The compressed file unpacks to more than the limits allow.</summary>
    public const string UnpackedTooLarge = "unpacked-too-large";

    /// <summary>The encoding is unknown, or the text is in none that is tried.</summary>
    public const string Encoding = "file-encoding";

    /// <summary>The delimiter does not part the fields, and another one does.</summary>
    public const string Delimiter = "delimiter-wrong";

    /// <summary>The header names a column twice.</summary>
    public const string DuplicateColumn = "column-duplicate";

    /// <summary>The file lacks a column that was declared, or the number of columns differs.</summary>
    public const string Columns = "columns-differ";

    /// <summary>The Parquet file is cut off or damaged.</summary>
    public const string Parquet = "parquet-damaged";

    /// <summary>The file can be opened, but not read to its end.</summary>
    public const string Damaged = "file-damaged";

    /// <summary>The workbook is damaged, or the file is none.</summary>
    public const string Workbook = "workbook-damaged";

    /// <summary>The workbook has no such sheet, or several and none was named.</summary>
    public const string Sheet = "sheet-missing";

    /// <summary>The event log is no well-formed XES.</summary>
    public const string EventLog = "event-log-damaged";

    /// <summary>The script cannot be parsed, or inserts nothing into the table.</summary>
    public const string SqlScript = "sql-script";
}
