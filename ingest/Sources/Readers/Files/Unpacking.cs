using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace ProdSales.Sources.Readers.Files;

/// <summary>Unpacks gzip within limits.</summary>
internal static class Unpacking
{
    private const long FreeBytes = 16 << 20;

    private static readonly uint[] Checksums = [.. Enumerable.Range(0, 256).Select(value => ChecksumOf((uint)value))];

    /// <summary>Whether a file begins as gzip does.</summary>
    internal static bool IsGzip(ReadOnlySpan<byte> beginning) => beginning is [0x1F, 0x8B, ..];

    /// <summary>Unpacks a file.</summary>
    /// <param name="packed">The gzip stream; it may have several members.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="limits">What it may unpack to.</param>
    /// <param name="target">Where the content goes.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="SourceFileException">The stream is damaged, cut off, or unpacks to more than the limits.</exception>
    internal static void Unpack(FileStream packed, string name, ReadLimits limits, FileStream target, CancellationToken cancellationToken)
    {
        using GZipStream content = new(packed, CompressionMode.Decompress, leaveOpen: true);
        try
        {
            long total = Copy(content, packed.Length, name, limits, target, cancellationToken);
            if (!IsWhole(packed, target, total))
            {
                throw Damaged(name, total, null);
            }
        }
        catch (InvalidDataException error)
        {
            throw Damaged(name, target.Length, error);
        }
    }

    /// <summary>Copies what unpacks from a file until it is more than the limits.</summary>
    /// <returns>The bytes copied.</returns>
    internal static long Copy(Stream content, long packedBytes, string name, ReadLimits limits, FileStream target, CancellationToken cancellationToken)
    {
        long allowed = Math.Min(limits.MaxUnpackedBytes, Math.Max(FreeBytes, packedBytes * limits.MaxUnpackedRatio));
        byte[] buffer = new byte[1 << 17];
        long total = 0;
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            total += read;
            if (total > allowed)
            {
                throw TooLarge(name, packedBytes, allowed, limits);
            }

            target.Write(buffer, 0, read);
        }

        return total;
    }

    /// <summary>Whether the stream ends with the length and checksum of its last member; the library takes a cut-off stream for a whole one.</summary>
    private static bool IsWhole(FileStream packed, FileStream content, long total)
    {
        Span<byte> end = stackalloc byte[8];
        packed.Seek(-end.Length, SeekOrigin.End);
        packed.ReadExactly(end);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(end[4..]);
        return length == (uint)total || (length < total && Checksum(content, length) == BinaryPrimitives.ReadUInt32LittleEndian(end));
    }

    /// <summary>Computes the CRC-32 of gzip and ZIP over the last bytes of a file.</summary>
    internal static uint Checksum(FileStream content, uint length)
    {
        byte[] buffer = new byte[1 << 16];
        uint checksum = uint.MaxValue;
        content.Seek(-length, SeekOrigin.End);
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            foreach (byte value in buffer.AsSpan(0, read))
            {
                checksum = Checksums[(byte)(checksum ^ value)] ^ (checksum >> 8);
            }
        }

        return ~checksum;
    }

    private static uint ChecksumOf(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value >> 1) ^ ((value & 1) * 0xEDB88320u);
        }

        return value;
    }

    private static SourceFileException Damaged(string name, long total, Exception? error) => new(
        SourceFileCodes.Gzip,
        name,
        string.Create(CultureInfo.InvariantCulture, $"{name} is a damaged or cut-off gzip file: {total:N0} bytes could be unpacked. Fetch it again."),
        isTransient: true,
        error);

    private static SourceFileException TooLarge(string name, long packedBytes, long allowed, ReadLimits limits) => new(
        SourceFileCodes.UnpackedTooLarge,
        name,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name} unpacks from {packedBytes:N0} bytes to more than {allowed:N0}; allowed are {limits.MaxUnpackedRatio} times its size and {limits.MaxUnpackedBytes:N0} bytes."));
}
