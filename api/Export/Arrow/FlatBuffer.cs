using System.Buffers.Binary;

namespace ProdSales.Export.Arrow;

/// <summary>The bytes of one FlatBuffers message, written from front to back: what is referred to comes behind what refers to it.</summary>
internal sealed class FlatBuffer
{
    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>The message whose root is a table.</summary>
    public static ReadOnlyMemory<byte> Of(FlatTable root)
    {
        FlatBuffer buffer = new();
        int place = buffer.Reserve(sizeof(int), sizeof(int));
        buffer.WriteInt(place, root.WriteTo(buffer));
        return buffer._bytes.AsMemory(0, buffer._length);
    }

    public int Add(FlatTable table) => table.WriteTo(this);

    public int AddText(ReadOnlySpan<byte> utf8)
    {
        int place = Reserve(sizeof(int) + utf8.Length + 1, sizeof(int));
        WriteInt(place, utf8.Length);
        utf8.CopyTo(At(place + sizeof(int)));
        return place;
    }

    public int AddTables(IReadOnlyList<FlatTable> tables)
    {
        int place = Reserve(sizeof(int) * (1 + tables.Count), sizeof(int));
        WriteInt(place, tables.Count);
        for (int item = 0; item < tables.Count; item++)
        {
            int slot = place + (sizeof(int) * (1 + item));
            WriteInt(slot, tables[item].WriteTo(this) - slot);
        }

        return place;
    }

    public int AddPairs(IReadOnlyList<(long First, long Second)> pairs)
    {
        // The structs are aligned to 8 bytes, the count stands right before them.
        int place = Reserve(sizeof(int), sizeof(int));
        if ((place + sizeof(int)) % sizeof(long) != 0)
        {
            place = Reserve(sizeof(int), sizeof(int));
        }

        WriteInt(place, pairs.Count);
        int structs = Reserve(pairs.Count * 2 * sizeof(long), sizeof(long));
        for (int item = 0; item < pairs.Count; item++)
        {
            WriteScalar(structs + (item * 16), sizeof(long), pairs[item].First);
            WriteScalar(structs + (item * 16) + 8, sizeof(long), pairs[item].Second);
        }

        return place;
    }

    /// <summary>Makes room, zeroed, at the next multiple of an alignment.</summary>
    public int Reserve(int bytes, int alignment)
    {
        int place = (_length + alignment - 1) / alignment * alignment;
        _length = place + bytes;
        if (_length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_length, 2 * _bytes.Length));
        }

        return place;
    }

    public Span<byte> At(int place) => _bytes.AsSpan(place);

    public void WriteInt(int place, int value) => BinaryPrimitives.WriteInt32LittleEndian(At(place), value);

    public void WriteScalar(int place, int size, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        bytes[..size].CopyTo(At(place));
    }
}
