using System.Globalization;
using System.Numerics;
using ProdSales.Native.Shapes;

namespace ProdSales.Warehouse.Values;

/// <summary>Scaled integers of up to 38 digits between the engine and .NET.</summary>
internal static class Decimals
{

    /// <summary>The value of a scaled integer.</summary>
    /// <exception cref="OverflowException">It has more digits than <see cref="decimal"/> holds.</exception>
    public static decimal From(Int128 unscaled, int scale)
    {
        UInt128 large = (UInt128)Int128.Abs(unscaled);
        if (large >> 96 == 0 && scale <= 28)
        {
            return new decimal((int)large, (int)(large >> 32), (int)(large >> 64), unscaled < 0, (byte)scale);
        }

        return Shortened(unscaled, scale);
    }

    /// <summary>The value of a scaled integer of at most 18 digits.</summary>
    public static decimal From(long unscaled, int scale)
    {
        ulong digits = (ulong)Math.Abs(unscaled);
        return new decimal((int)digits, (int)(digits >> 32), 0, unscaled < 0, (byte)scale);
    }

    /// <summary>The value as text, all digits kept: <c>-0.05</c>.</summary>
    public static string Text(Int128 unscaled, int scale)
    {
        string digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        string sign = unscaled < 0 ? "-" : "";
        return scale == 0 ? sign + digits : $"{sign}{digits[..^scale]}.{digits[^scale..]}";
    }

    /// <summary>The value as the nearest floating point number.</summary>
    public static double ToDouble(Int128 unscaled, int scale) =>
        scale <= 22 && Int128.Abs(unscaled) <= 1L << 53
            ? (double)(long)unscaled / Math.Pow(10, scale)
            : double.Parse(Text(unscaled, scale), CultureInfo.InvariantCulture);

    /// <summary>The engine's form of a value, with as many digits as it needs.</summary>
    public static NativeDecimal ToNative(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        UInt128 digits = ((UInt128)(uint)bits[2] << 64) | ((UInt128)(uint)bits[1] << 32) | (uint)bits[0];
        Int128 unscaled = bits[3] < 0 ? -(Int128)digits : (Int128)digits;
        int width = digits.ToString(CultureInfo.InvariantCulture).Length;
        return new NativeDecimal { Scale = value.Scale, Width = (byte)Math.Max(width, (int)value.Scale), Unscaled = NativeHugeInt.From(unscaled) };
    }

    private static decimal Shortened(Int128 unscaled, int scale)
    {
        while (scale > 0 && unscaled % 10 == 0)
        {
            unscaled /= 10;
            scale--;
        }

        UInt128 digits = (UInt128)Int128.Abs(unscaled);
        if (scale > 28 || digits >> 96 != 0)
        {
            throw new OverflowException(
                $"The number {Text(unscaled, scale)} has more digits than decimal holds (28); read it as text or as BigInteger (unscaled).");
        }

        return new decimal((int)digits, (int)(digits >> 32), (int)(digits >> 64), unscaled < 0, (byte)scale);
    }
}
