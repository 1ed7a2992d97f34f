using System.Runtime.CompilerServices;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Semantics;

/// <summary>Finds the numbers of the texts of a column for one thread, without making a string of every row.</summary>
/// <param name="numbers">The numbers.</param>
internal sealed class TextCodes(TextNumbers numbers)
{
    private const int LongestInPlace = 12;

    private const int Slots = 256;

    private readonly UInt128[] _bytes = new UInt128[Slots];
    private readonly int[] _codeOfBytes = new int[Slots];
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);

    /// <summary>The text of a number; 0 is null.</summary>
    internal string? this[int code] => numbers[code];

    /// <summary>Writes the number of the text of each row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Read(ColumnVector vector, Span<int> codes)
    {
        // Rows of the same sixteen bytes are the same text, which is often that of the row before; a short text lies within them.
        ReadOnlySpan<UInt128> rows = vector.Values<UInt128>();
        bool mayHaveNulls = vector.MayHaveNulls;
        UInt128 last = 0;
        int code = -1;
        for (int i = 0; i < codes.Length; i++)
        {
            if (mayHaveNulls && vector.IsNull(i))
            {
                codes[i] = 0;
                continue;
            }

            if (code < 0 || rows[i] != last)
            {
                last = rows[i];
                code = (uint)last <= LongestInPlace ? InPlace(last, vector, i) : Code(vector.Text(i));
            }

            codes[i] = code;
        }
    }

    private int InPlace(UInt128 bytes, ColumnVector vector, int row)
    {
        ulong mixed = ((ulong)bytes ^ (ulong)(bytes >> 64)) * 0x9E3779B97F4A7C15;
        int slot = (int)(mixed >> 56);
        if (_codeOfBytes[slot] == 0 || _bytes[slot] != bytes)
        {
            _codeOfBytes[slot] = Code(vector.Text(row));
            _bytes[slot] = bytes;
        }

        return _codeOfBytes[slot];
    }

    private int Code(string text)
    {
        if (!_codes.TryGetValue(text, out int code))
        {
            code = numbers.Of(text);
            _codes.Add(text, code);
        }

        return code;
    }
}
