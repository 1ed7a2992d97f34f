using System.Globalization;
using ExcelDataReader;

namespace ProdSales.Sources.Readers.Workbooks;

/// <summary>Writes the typed cells of a sheet as texts in one form, whatever the sheet shows them as.</summary>
internal static class WorkbookCells
{
    /// <summary>Writes a cell.</summary>
    /// <param name="reader">A reader that stands on a row.</param>
    /// <param name="column">The column, from 0.</param>
    /// <returns>Numbers with a point and no exponent where 15 digits allow, days as <c>yyyy-MM-dd</c>, instants with the time behind; null for an empty cell.</returns>
    internal static string? Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => null,
        string text => text,
        double number => Number(number),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    /// <summary>Names a cell as sheets do: <c>C7</c>.</summary>
    internal static string Name(int column, long row)
    {
        string letters = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }

    /// <summary>Writes a number with the 15 digits that a sheet keeps.</summary>
    private static string Number(double number) => Math.Abs(number) is 0 or (> 1e-9 and < 1e27)
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
