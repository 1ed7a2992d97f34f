namespace ProdSales.Simulation;

/// <summary>Numbers of papers and things: a prefix and a number with leading zeros.</summary>
internal static class Numbered
{
    /// <summary>The prefix with the number in at least so many digits; rows carry millions of them, so that it is written in place.</summary>
    internal static string Of(string prefix, long number, int digits)
    {
        int length = Math.Max(digits, DigitsOf(number));
        return string.Create(prefix.Length + length, (prefix, number), static (text, paper) =>
        {
            paper.prefix.CopyTo(text);
            long left = paper.number;
            for (int place = text.Length - 1; place >= paper.prefix.Length; place--)
            {
                (left, long digit) = Math.DivRem(left, 10);
                text[place] = (char)('0' + digit);
            }
        });
    }

    private static int DigitsOf(long number)
    {
        int digits = 1;
        for (long left = number / 10; left > 0; left /= 10)
        {
            digits++;
        }

        return digits;
    }
}
