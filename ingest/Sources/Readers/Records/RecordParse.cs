namespace ProdSales.Sources.Readers.Records;

/// <summary>How parsing a record ended.</summary>
internal enum RecordParse
{
    /// <summary>The record is whole.</summary>
    Whole,

    /// <summary>The text ends before the record does.</summary>
    NeedsMore,

    /// <summary>A quote is not closed, or closes in the middle of a field.</summary>
    BadQuote,
}
