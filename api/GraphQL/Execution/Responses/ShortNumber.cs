using System.Buffers.Text;

namespace ProdSales.GraphQL.Execution.Responses;

/// <summary>
/// Writes numbers of at most four places and fifteen digits, as most figures are, without the search for the shortest digits that other numbers
/// need. No two decimals of up to fifteen digits are the same double, so the one that is found is the shortest.
/// </summary>
internal static class ShortNumber
{
    private const int Places = 4;
    private const double Scale = 10_000;
    private const double Most = 1e15;

    /// <summary>Writes the number where it is of that kind; the bytes are those of <see cref="double.TryFormat(Span{byte}, out int, ReadOnlySpan{char}, IFormatProvider)"/>.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="target">At least 24 bytes.</param>
    /// <param name="written">The bytes written.</param>
    public static bool TryFormat(double value, Span<byte> target, out int written)
    {
        written = 0;
        double scaled = Math.Round(value * Scale);
        if (!(Math.Abs(scaled) < Most) || scaled / Scale != value || (value == 0 && double.IsNegative(value)))
        {
            return false;
        }

        long digits = (long)Math.Abs(scaled);
        (long whole, long rest) = Math.DivRem(digits, (long)Scale);
        if (value < 0)
        {
            target[written++] = (byte)'-';
        }

        Utf8Formatter.TryFormat(whole, target[written..], out int length);
        written += length;
        if (rest == 0)
        {
            return true;
        }

        target[written] = (byte)'.';
        int places = Places;
        while (rest % 10 == 0)
        {
            rest /= 10;
            places--;
        }

        for (int place = places; place > 0; place--)
        {
            target[written + place] = (byte)('0' + (rest % 10));
            rest /= 10;
        }

        written += places + 1;
        return true;
    }
}
