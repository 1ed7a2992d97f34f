using System.Globalization;
using System.Text;

namespace ProdSales.Host.Speech;

/// <summary>Sets texts in columns of a terminal, where a Chinese character takes two places.</summary>
internal static class TextColumns
{
    /// <summary>Fills a text up on the right.</summary>
    internal static string Left(string text, int width) => text + Room(text, width);

    /// <summary>Fills a text up on the left.</summary>
    internal static string Right(string text, int width) => Room(text, width) + text;

    /// <summary>Fills a number up on the left, its digits in groups.</summary>
    internal static string Right(long number, int width) => Right(number.ToString("N0", CultureInfo.InvariantCulture), width);

    private static string Room(string text, int width) => new(' ', Math.Max(0, width - text.EnumerateRunes().Sum(PlacesOf)));

    private static int PlacesOf(Rune letter) => letter.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x20000 and <= 0x3FFFD)
        ? 2
        : 1;
}
