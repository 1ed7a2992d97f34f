namespace ProdSales.Sources.Readers;

/// <summary>What kind of file a source is, gzip aside.</summary>
public enum SourceFormat
{
    /// <summary>Text with a delimiter: CSV, TSV and their dialects.</summary>
    Delimited,

    /// <summary>One JSON object a line.</summary>
    Ndjson,

    /// <summary>Parquet; the only format whose columns keep their types.</summary>
    Parquet,

    /// <summary>A sheet of an Excel workbook, XLSX or XLS.</summary>
    Workbook,

    /// <summary>A process-mining event log (XES): one row an event, with the attributes of its case.</summary>
    EventLog,

    /// <summary>A script of SQL INSERT statements, of which one table is read.</summary>
    SqlScript,
}
