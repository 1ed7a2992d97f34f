namespace ProdSales.Simulation.Files;

/// <summary>Writes numbers and days as text: the same characters as the framework's invariant ones, for the values that rows are full of
/// in a fraction of the time.</summary>
internal static class Digits
{
    /// <summary>Places after the point up to which a number is tried as a whole number of its smallest unit.</summary>
    private const int MostPlaces = 4;

    /// <summary>Below this, a whole number of ten-thousandths is exact in a double.</summary>
    private const double MostUnits = 9e14;

    private static readonly double[] Units = [1, 10, 100, 1_000, 10_000];

    /// <summary>Writes a whole number.</summary>
    /// <returns>The bytes written.</returns>
    internal static int Write(long value, Span<byte> text)
    {
        if (value < 0)
        {
            text[0] = (byte)'-';
            return 1 + Write(unchecked((ulong)-value), 1, text[1..]);
        }

        return Write((ulong)value, 1, text);
    }

    /// <summary>Writes a decimal with the places that it has; 0 when it is too long for the short way.</summary>
    internal static int Write(decimal value, Span<byte> text)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        int places = (bits[3] >> 16) & 0xFF;
        return bits[2] == 0 && bits[1] >= 0 && places <= MostPlaces
            ? Write((((ulong)(uint)bits[1] << 32) | (uint)bits[0]), places, bits[3] < 0 && value != 0, text)
            : 0;
    }

    /// <summary>Writes the shortest text that reads back as the number; 0 when it has more places than the short way knows.</summary>
    internal static int Write(double value, Span<byte> text)
    {
        double size = Math.Abs(value);
        for (int places = 0; places <= MostPlaces && size * Units[places] < MostUnits; places++)
        {
            double units = Math.Round(size * Units[places]);
            if (units / Units[places] == size)
            {
                return Write((ulong)units, places, double.IsNegative(value), text);
            }
        }

        return 0;
    }

    /// <summary>Writes a day as 2026-02-03.</summary>
    internal static int Write(DateOnly day, Span<byte> text)
    {
        Write((ulong)day.Year, 4, text);
        text[4] = text[7] = (byte)'-';
        Write((ulong)day.Month, 2, text[5..]);
        Write((ulong)day.Day, 2, text[8..]);
        return 10;
    }

    /// <summary>Writes an instant to the second as 2026-02-03T04:05:06Z.</summary>
    internal static int Write(DateTime instant, Span<byte> text)
    {
        Write(DateOnly.FromDateTime(instant), text);
        text[10] = (byte)'T';
        text[13] = text[16] = (byte)':';
        Write((ulong)instant.Hour, 2, text[11..]);
        Write((ulong)instant.Minute, 2, text[14..]);
        Write((ulong)instant.Second, 2, text[17..]);
        text[19] = (byte)'Z';
        return 20;
    }

    private static int Write(ulong units, int places, bool isNegative, Span<byte> text)
    {
        int sign = isNegative ? 1 : 0;
        text[0] = (byte)'-';
        int length = sign + Write(units, places + 1, text[sign..]);
        if (places == 0)
        {
            return length;
        }

        text[(length - places)..length].CopyTo(text[(length - places + 1)..]);
        text[length - places] = (byte)'.';
        return length + 1;
    }

    private static int Write(ulong value, int leastDigits, Span<byte> text)
    {
        int length = leastDigits;
        for (ulong limit = Power(leastDigits); value >= limit && length < 19; limit *= 10)
        {
            length++;
        }

        for (int place = length - 1; place >= 0; place--)
        {
            (value, ulong digit) = Math.DivRem(value, 10);
            text[place] = (byte)('0' + digit);
        }

        return length;
    }

    private static ulong Power(int exponent)
    {
        ulong power = 1;
        for (int index = 0; index < exponent; index++)
        {
            power *= 10;
        }

        return power;
    }
}
