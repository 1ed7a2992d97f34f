using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Unicode;
using ProdSales.Sources.Readers.Records;

namespace ProdSales.Sources.Readers.Delimited;

/// <summary>Looks once over a delimited text, at nearly the speed of memory, to tell whether it is plain.</summary>
/// <remarks>
/// A text is plain when each record is one line with the right number of fields, in UTF-8, with nothing odd about quotes, blank or repeated lines:
/// the line of a record then follows from its number, and DuckDB's own reader can be trusted with it. Anything else is left to <see cref="RecordReader"/>.
/// </remarks>
internal sealed class RecordSurvey(TextDialect dialect, int fieldCount, ReadOnlyMemory<byte> header)
{
    private const int BlockBytes = 64;
    private const int BufferBytes = 1 << 20;

    private readonly byte _delimiter = dialect.Delimiter[0];
    private bool _hasLineFeed;
    private bool _hasReturn;
    private bool _endsBlank;

    /// <summary>The records seen; of a plain text all but the header.</summary>
    internal long RecordCount { get; private set; }

    /// <summary>Whether lines end with CRLF; null when no line ends.</summary>
    internal bool? EndsWithReturn => _hasReturn || _hasLineFeed ? _hasReturn : null;

    /// <summary>The bytes of the longest record.</summary>
    internal int LongestRecord { get; private set; }

    /// <summary>Whether a survey can answer for a dialect: a delimiter of one byte, lines that end with LF, nothing joined.</summary>
    internal static bool Covers(TextDialect dialect) =>
        dialect is { Delimiter: [< 0x80], EndsWithLineFeed: true, JoinsShortLines: false } && BitConverter.IsLittleEndian;

    /// <summary>Looks over a text.</summary>
    /// <param name="text">The text from behind the header; it can seek.</param>
    /// <param name="maxRecordBytes">The longest record allowed.</param>
    /// <param name="cancellationToken">Ends the look early.</param>
    /// <returns>Whether the text is plain; the look ends at the first place where it is not.</returns>
    internal bool IsPlain(Stream text, int maxRecordBytes, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Min(BufferBytes, text.Length - text.Position + 1) + BlockBytes];
        int length = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int read = text.ReadAtLeast(buffer.AsSpan(length, buffer.Length - BlockBytes - length), 1, throwOnEndOfStream: false);
            length += read;
            int whole = read is 0 ? length : buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            if (whole > 0 && !IsPlainPart(buffer, whole))
            {
                return false;
            }

            if (read is 0)
            {
                return true;
            }

            buffer.AsSpan(whole, length - whole).CopyTo(buffer);
            length -= whole;
            if (length > maxRecordBytes)
            {
                return false;
            }

            if (length > buffer.Length / 2)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    /// <summary>Looks over whole records.</summary>
    private bool IsPlainPart(byte[] buffer, int length)
    {
        if (!Utf8.IsValid(buffer.AsSpan(0, length)))
        {
            return false;
        }

        var part = new PartScan();
        for (int at = 0; at < length; at += BlockBytes)
        {
            ulong valid = length - at >= BlockBytes ? ulong.MaxValue : (1UL << (length - at)) - 1;
            if (!IsPlainBlock(buffer, at, valid, ref part))
            {
                return false;
            }
        }

        bool isOpen = part.Inside != 0 || buffer[length - 1] is (byte)'\r';
        return !isOpen && (part.RecordStart == length || EndRecord(buffer, length, ref part)) && !(_hasLineFeed && _hasReturn);
    }

    private bool IsPlainBlock(byte[] buffer, int at, ulong valid, ref PartScan part)
    {
        ref byte block = ref buffer[at];
        ulong quotes = dialect.Quote is { } quote ? Mask(ref block, quote) & valid : 0;
        ulong inside = PrefixXor(quotes) ^ part.Inside;
        ulong lineFeeds = Mask(ref block, (byte)'\n') & valid;
        ulong returns = Mask(ref block, (byte)'\r') & valid;
        ulong delimiters = Mask(ref block, _delimiter) & valid & ~inside;
        bool isOdd = (Mask(ref block, 0) & valid) != 0 || (lineFeeds & inside) != 0;

        ulong afterReturn = ((returns & ~inside) << 1) | part.AfterReturn;
        isOdd |= (afterReturn & ~lineFeeds & valid) != 0;
        _hasReturn |= (afterReturn & lineFeeds) != 0;
        _hasLineFeed |= (lineFeeds & ~afterReturn) != 0;

        ulong ends = delimiters | lineFeeds | quotes;
        ulong opensWell = (ends << 1) | part.OpensWell;
        ulong afterClose = ((quotes & ~inside) << 1) | part.AfterClose;
        isOdd |= (quotes & inside & ~opensWell) != 0 || (afterClose & ~(ends | returns) & valid) != 0;
        if (isOdd)
        {
            return false;
        }

        part.Inside = (ulong)((long)inside >> 63);
        part.AfterReturn = (returns & ~inside) >> 63;
        part.OpensWell = ends >> 63;
        part.AfterClose = (quotes & ~inside) >> 63;
        return EndRecords(buffer, at, lineFeeds, delimiters, ref part);
    }

    private bool EndRecords(byte[] buffer, int at, ulong lineFeeds, ulong delimiters, ref PartScan part)
    {
        while (lineFeeds != 0)
        {
            int end = BitOperations.TrailingZeroCount(lineFeeds);
            ulong before = (1UL << end) - 1;
            part.Delimiters += BitOperations.PopCount(delimiters & before);
            delimiters &= ~before;
            lineFeeds &= lineFeeds - 1;
            if (!EndRecord(buffer, at + end, ref part))
            {
                return false;
            }
        }

        part.Delimiters += BitOperations.PopCount(delimiters);
        return true;
    }

    private bool EndRecord(byte[] buffer, int end, ref PartScan part)
    {
        int length = end - part.RecordStart;
        bool isBlank = length is 0 || (length is 1 && buffer[part.RecordStart] is (byte)'\r');
        bool isWell = isBlank
            ? fieldCount > 1
            : !_endsBlank && part.Delimiters + 1 == fieldCount && !IsHeader(buffer.AsSpan(part.RecordStart, length));
        _endsBlank |= isBlank;
        RecordCount += isBlank ? 0 : 1;
        LongestRecord = Math.Max(LongestRecord, length);
        part.RecordStart = end + 1;
        part.Delimiters = 0;
        return isWell;
    }

    private bool IsHeader(ReadOnlySpan<byte> record) =>
        !header.IsEmpty && record[0] == header.Span[0] && record.TrimEnd((byte)'\r').SequenceEqual(header.Span);

    private static ulong Mask(ref byte block, byte value)
    {
        Vector256<byte> wanted = Vector256.Create(value);
        ulong low = Vector256.Equals(Vector256.LoadUnsafe(ref block), wanted).ExtractMostSignificantBits();
        ulong high = Vector256.Equals(Vector256.LoadUnsafe(ref block, 32), wanted).ExtractMostSignificantBits();
        return low | (high << 32);
    }

    /// <summary>Sets each bit to the parity of the bits up to it: from an opening quote to before its closing one.</summary>
    private static ulong PrefixXor(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }

    /// <summary>What goes on from block to block of one part.</summary>
    private struct PartScan
    {
        internal ulong Inside;
        internal ulong AfterReturn;
        internal ulong AfterClose;
        internal ulong OpensWell = 1;
        internal int RecordStart;
        internal int Delimiters;

        public PartScan()
        {
        }
    }
}
