using System.Buffers.Binary;
using System.Text;

namespace ProdSales.Sources.Readers.Workbooks;

/// <summary>The container of XLS and of XLSX with a password: a small file system of sectors and named streams.</summary>
internal sealed class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int SectorsInHeader = 109;
    private const uint MostSector = 0xFFFFFFFA;

    private readonly byte[] _file;
    private readonly int _sectorBytes;
    private readonly uint[] _next;
    private readonly byte[] _directory;

    private CompoundFile(byte[] file)
    {
        _file = file;
        _sectorBytes = 1 << BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(30));
        _next = [.. AllocationSectors().SelectMany(sector => Numbers(Sector(sector)))];
        _directory = Chain(UInt32(48), long.MaxValue);
    }

    /// <summary>Takes a file apart.</summary>
    /// <param name="file">All bytes of it.</param>
    /// <returns>The container; null when the file is none, or damaged.</returns>
    internal static CompoundFile? Open(byte[] file)
    {
        bool isContainer = file.Length > HeaderBytes && file is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] && file[30] is 9 or 12 && file[31] is 0;
        try
        {
            return isContainer ? new CompoundFile(file) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Whether a stream is there.</summary>
    internal bool Has(string name) => Entry(name) is not null;

    /// <summary>Reads a stream of at least 4,096 bytes, as every workbook is.</summary>
    /// <returns>Its bytes; null when there is none of that name, or a smaller one.</returns>
    internal byte[]? Stream(string name)
    {
        if (Entry(name) is not { } entry)
        {
            return null;
        }

        uint first = BinaryPrimitives.ReadUInt32LittleEndian(_directory.AsSpan(entry + 116));
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(_directory.AsSpan(entry + 120));
        try
        {
            return length < UInt32(56) ? null : Chain(first, length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private int? Entry(string name)
    {
        for (int entry = 0; entry + EntryBytes <= _directory.Length; entry += EntryBytes)
        {
            int nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(_directory.AsSpan(entry + 64)) - 2;
            bool isNamed = nameBytes is > 0 and <= 62
                && Encoding.Unicode.GetString(_directory, entry, nameBytes).Equals(name, StringComparison.OrdinalIgnoreCase);
            if (isNamed)
            {
                return entry;
            }
        }

        return null;
    }

    private IEnumerable<uint> AllocationSectors()
    {
        foreach (uint sector in Numbers(_file.AsSpan(76, SectorsInHeader * 4).ToArray()).TakeWhile(sector => sector < MostSector))
        {
            yield return sector;
        }

        uint list = UInt32(68);
        for (int seen = 0; list < MostSector && seen <= _file.Length / _sectorBytes; seen++)
        {
            uint[] numbers = [.. Numbers(Sector(list))];
            foreach (uint sector in numbers[..^1].TakeWhile(sector => sector < MostSector))
            {
                yield return sector;
            }

            list = numbers[^1];
        }
    }

    private byte[] Chain(uint first, long length)
    {
        using MemoryStream content = new();
        for (uint sector = first; sector < MostSector && content.Length < Math.Min(length, _file.Length); sector = _next[checked((int)sector)])
        {
            Require(sector < (uint)_next.Length);
            content.Write(Sector(sector));
        }

        return content.ToArray()[..(int)Math.Min(length, content.Length)];
    }

    private byte[] Sector(uint number)
    {
        long start = (number + 1L) * _sectorBytes;
        Require(start < _file.Length);
        byte[] sector = new byte[_sectorBytes];
        _file.AsSpan((int)start, (int)Math.Min(_sectorBytes, _file.Length - start)).CopyTo(sector);
        return sector;
    }

    private static void Require(bool isInside)
    {
        if (!isInside)
        {
            throw new InvalidDataException("A sector lies outside the file.");
        }
    }

    private uint UInt32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(offset));

    private static IEnumerable<uint> Numbers(byte[] bytes) =>
        Enumerable.Range(0, bytes.Length / 4).Select(index => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(index * 4)));
}
