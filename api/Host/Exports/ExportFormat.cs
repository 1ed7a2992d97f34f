using ProdSales.Export;
using ProdSales.Export.Arrow;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Host.Exports;

/// <summary>A form that a table can be had in.</summary>
/// <param name="Name">What the parameter <c>format</c> calls it.</param>
/// <param name="MediaType">Its media type, which <c>Accept</c> may ask for.</param>
/// <param name="Extension">The ending of its files.</param>
/// <param name="Write">Writes a result to a stream as it comes; null where the form needs a file first.</param>
internal sealed record ExportFormat(string Name, string MediaType, string Extension, Func<ResultChunks, Stream, ExportChoices, long>? Write)
{
    internal static ExportFormat Arrow { get; } = new("arrow", ArrowStream.MediaType, "arrows", (chunks, output, _) => ArrowStream.Write(chunks, output));

    internal static ExportFormat Csv { get; } = new("csv", CsvTable.MediaType, "csv", (chunks, output, choices) => CsvTable.Write(chunks, output, choices.IsForExcel));

    internal static ExportFormat Parquet { get; } = new("parquet", "application/vnd.apache.parquet", "parquet", null);

    internal static ExportFormat Excel { get; } = new("xlsx", Workbook.MediaType, "xlsx", null);

    /// <summary>Every form; the first is given where nothing is asked for.</summary>
    internal static IReadOnlyList<ExportFormat> All { get; } = [Csv, Arrow, Parquet, Excel];
}
