using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ProdSales.Export;

/// <summary>The few styles of a workbook, by the number that cells name them by.</summary>
internal static class WorkbookStyles
{
    /// <summary>Bold, for the names of columns.</summary>
    public const uint Header = 1;

    /// <summary>A day as the reader's country writes it.</summary>
    public const uint Day = 2;

    private const uint ShortDate = 14;

    public static void AddTo(WorkbookPart workbook) => workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, new CellFormat { NumberFormatId = ShortDate, ApplyNumberFormat = true }));
}
