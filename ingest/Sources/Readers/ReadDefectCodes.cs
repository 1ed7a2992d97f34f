namespace ProdSales.Sources.Readers;

/// <summary>Why one record could not be read. The codes are stable: quarantine and the cockpit's messages are keyed by them.</summary>
public static class ReadDefectCodes
{
    /// <summary>The record has more or fewer fields than the file has columns.</summary>
    public const string FieldCount = "field-count";

    /// <summary>A quote is opened and not closed, or closed in the middle of a field.</summary>
    public const string Quote = "quote";

    /// <summary>The record has bytes that are no text in the file's encoding.</summary>
    public const string Encoding = "encoding";

    /// <summary>The record has a NUL character.</summary>
    public const string NulCharacter = "nul-character";

    /// <summary>The record is longer than the limit.</summary>
    public const string RecordTooLong = "record-too-long";

    /// <summary>The header stands again among the records.</summary>
    public const string RepeatedHeader = "repeated-header";

    /// <summary>The line is no JSON object.</summary>
    public const string Json = "json";

    /// <summary>A cell of a sheet holds an error such as <c>#DIV/0!</c>.</summary>
    public const string CellError = "cell-error";

    /// <summary>A statement of a script has more or fewer values than columns.</summary>
    public const string ValueCount = "value-count";
}
