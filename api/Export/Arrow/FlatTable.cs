using System.Buffers.Binary;
using System.Text;

namespace ProdSales.Export.Arrow;

/// <summary>A table of FlatBuffers, the notation of Arrow's messages: values by the number of their field, absent ones left out.</summary>
internal sealed class FlatTable
{
    private readonly List<(int Field, int Size, long Value)> _scalars = [];
    private readonly List<(int Field, Func<FlatBuffer, int> Write)> _references = [];

    public FlatTable Byte(int field, int value) => Scalar(field, 1, value);

    public FlatTable Short(int field, int value) => Scalar(field, 2, value);

    public FlatTable Int(int field, int value) => Scalar(field, 4, value);

    public FlatTable Long(int field, long value) => Scalar(field, 8, value);

    public FlatTable Flag(int field, bool value) => Scalar(field, 1, value ? 1 : 0);

    public FlatTable Table(int field, FlatTable? value) => value is null ? this : Reference(field, buffer => buffer.Add(value));

    public FlatTable Text(int field, string value) => Reference(field, buffer => buffer.AddText(Encoding.UTF8.GetBytes(value)));

    public FlatTable Tables(int field, IReadOnlyList<FlatTable> values) => Reference(field, buffer => buffer.AddTables(values));

    /// <summary>A vector of structs of two 64-bit integers each.</summary>
    public FlatTable Pairs(int field, IReadOnlyList<(long First, long Second)> values) => Reference(field, buffer => buffer.AddPairs(values));

    /// <summary>Writes it with everything that it refers to, which always comes behind it.</summary>
    public int WriteTo(FlatBuffer buffer)
    {
        int fields = _scalars.Select(scalar => scalar.Field).Concat(_references.Select(reference => reference.Field)).DefaultIfEmpty(-1).Max() + 1;
        int index = buffer.Reserve((2 + fields) * sizeof(ushort), sizeof(ushort));
        (int Field, int Size)[] slots = [.. _scalars.Select(scalar => (scalar.Field, scalar.Size)).Concat(_references.Select(reference => (reference.Field, 4))).OrderByDescending(slot => slot.Item2)];
        int end = sizeof(int);
        Dictionary<int, int> offsets = [];
        foreach ((int field, int size) in slots)
        {
            offsets[field] = end = (end + size - 1) / size * size;
            end += size;
        }

        int table = buffer.Reserve(end, sizeof(long));
        buffer.WriteInt(table, table - index);
        WriteIndex(buffer.At(index), end, fields, offsets);
        foreach ((int field, int size, long value) in _scalars)
        {
            buffer.WriteScalar(table + offsets[field], size, value);
        }

        foreach ((int field, Func<FlatBuffer, int> write) in _references)
        {
            int place = table + offsets[field];
            buffer.WriteInt(place, write(buffer) - place);
        }

        return table;
    }

    private static void WriteIndex(Span<byte> index, int tableSize, int fields, Dictionary<int, int> offsets)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(index, (ushort)((2 + fields) * sizeof(ushort)));
        BinaryPrimitives.WriteUInt16LittleEndian(index[2..], (ushort)tableSize);
        foreach ((int field, int offset) in offsets)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(index[(4 + (2 * field))..], (ushort)offset);
        }
    }

    private FlatTable Scalar(int field, int size, long value)
    {
        _scalars.Add((field, size, value));
        return this;
    }

    private FlatTable Reference(int field, Func<FlatBuffer, int> write)
    {
        _references.Add((field, write));
        return this;
    }
}
