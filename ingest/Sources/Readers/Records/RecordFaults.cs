using System.Globalization;
using ProdSales.Sources.Readers.Staging;

namespace ProdSales.Sources.Readers.Records;

/// <summary>Says in words what is wrong with a record.</summary>
internal static class RecordFaults
{
    /// <summary>Notes the record at hand as a defect.</summary>
    internal static void Add(DefectLog defects, RecordReader reader, string code, int columns, ReadLimits limits) =>
        defects.Add(reader.Line, column: null, reader.Record, Problem(code, reader.FieldCount, columns, limits));

    private static RecordProblem Problem(string code, int fields, int columns, ReadLimits limits) => code switch
    {
        ReadDefectCodes.FieldCount => new(code, $"has {Count(fields, "field")}; {Count(columns, "column")} are allowed.", Count(columns, "field")),
        ReadDefectCodes.Quote => new(
            code,
            "opens a quote that is not closed before a delimiter or line end; a quote within a quoted field must be doubled.",
            "each quote closed, and doubled within quotes"),
        ReadDefectCodes.NulCharacter => new(code, "holds a NUL character; only text is allowed.", "text only"),
        ReadDefectCodes.Encoding => new(
            code,
            "holds bytes that are no text in the encoding of the file; save the whole file in one encoding, or say which it is.",
            "one encoding for the whole file"),
        ReadDefectCodes.RepeatedHeader => new(code, "repeats the header; it may stand only once, at the top.", "one header, at the top"),
        ReadDefectCodes.RecordTooLong => new(
            code,
            string.Create(CultureInfo.InvariantCulture, $"is longer than the {limits.MaxRecordBytes:N0} bytes allowed."),
            string.Create(CultureInfo.InvariantCulture, $"{limits.MaxRecordBytes:N0} bytes")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number is 1 ? "" : "s")}");
}
