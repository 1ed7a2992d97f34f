using System.Globalization;
using System.Text;
using ProdSales.Host.Speech;
using ProdSales.Semantics;

namespace ProdSales.Host.Rows;

/// <summary>Writes the rows of a number as a table of text or as CSV.</summary>
internal sealed class RowText(Speaker speaker, bool isCsv)
{
    /// <summary>The header of rows like this one; rows of another fact have one of their own.</summary>
    internal string Header(NumberRow row) => Line(
    [
        Said("fact"), Said("day"), .. row.Keys.Select(key => key.Column),
        .. row.Document is null ? (string[])[] : [Said("system"), Said("document"), Said("line"), Said("address")],
        .. row.Members.Select(member => speaker.Language is Language.Chinese ? member.Dimension.Label.Chinese : member.Dimension.Label.English),
        .. row.Columns.Select(column => column.Column), Said("numerator"), Said("denominator"), .. row.Adds.Select((_, index) => speaker.Say("rows.adds", ("part", index + 1))),
    ]);

    /// <summary>A row.</summary>
    internal string Of(NumberRow row) => Line(
    [
        row.Fact, Text(row.Day), .. row.Keys.Select(key => Text(key.Value)),
        .. row.Document is null ? (string[])[] : [row.Document.System, row.Document.Id ?? "", row.Document.Line ?? "", row.Document.Address ?? ""],
        .. row.Members.Select(member => member.Name ?? ""), .. row.Columns.Select(column => Text(column.Value)),
        Text(row.Numerator), Text(row.Denominator), .. row.Adds.Select(part => Text(part?.Value)),
    ]);

    private string Said(string what) => speaker.Say($"rows.{what}");

    private string Line(IEnumerable<string> cells) => isCsv ? string.Join(',', cells.Select(Quoted)) : string.Join('\t', cells.Select(Flat));

    private static string Flat(string cell) => cell.Replace('\t', ' ').Replace('\n', ' ');

    // A text that a spreadsheet would take for a formula is told as text.
    private static string Quoted(string cell)
    {
        string safe = cell.Length > 0 && cell[0] is ('=' or '+' or '@') ? $"'{cell}" : cell;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : new StringBuilder(safe).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
