namespace ProdSales.GraphQL.Tests.Reference;

/// <summary>A document of which a few characters were changed, the same for the same seed: what lexers stumble over.</summary>
internal static class DamagedText
{
    private static readonly string[] Strangers =
    [
        "\0", "\u0001", "\u007F", "\uFEFF", "\u00A0", "\u2028", "\r", "\r\n", "\t", "\\", "\\u", "\\u{", "\\u{110000}", "\\u{1F600}", "\\u{D800}", "\\uD83D", "\\uD83D\\uDE00", "\\uDE00", "\"", "\"\"\"",
        "\\\"\"\"", "'", "`", "..", "....", ".", "0", "00", "-", "-0", "1.", ".1", "1e", "1E+5", "1e400", "0xF", "1name", "_", "$", "$$", "@", "!", "&", "|", "=", "%", "~", "😀", "产", "é", "#", "# c", "\n  ", "\n\t", "{", "}", "(", ")", "[", "]", ":",
    ];

    public static string Of(string document, int seed)
    {
        Random random = new(seed);
        List<string> letters = [.. document.EnumerateRunes().Select(rune => rune.ToString())];
        for (int changes = random.Next(1, 5); changes > 0 && letters.Count > 1; changes--)
        {
            int at = random.Next(letters.Count);
            switch (random.Next(5))
            {
                case 0:
                    letters.RemoveAt(at);
                    break;
                case 1:
                    letters.RemoveRange(at, Math.Min(letters.Count - at, random.Next(1, 8)));
                    break;
                case 2:
                    letters[at] = Strangers[random.Next(Strangers.Length)];
                    break;
                default:
                    letters.Insert(at, Strangers[random.Next(Strangers.Length)]);
                    break;
            }
        }

        return string.Concat(letters);
    }
}
