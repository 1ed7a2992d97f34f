using ProdSales.Warehouse.Arrow;

namespace ProdSales.Export.Arrow;

/// <summary>The messages of Arrow's streaming format (Message.fbs, version 1.5): the schema, the dictionaries, the batches.</summary>
internal static class ArrowMessages
{
    private const int Version5 = 4;
    private const int SchemaHeader = 1;
    private const int DictionaryHeader = 2;
    private const int BatchHeader = 3;

    public static FlatTable Schema(IReadOnlyList<ArrowField> fields)
    {
        int dictionaries = 0;
        FlatTable[] tables = [.. fields.Select(field => Field(field, ref dictionaries))];
        return Message(SchemaHeader, new FlatTable().Short(0, 0).Tables(1, tables), 0);
    }

    public static FlatTable Batch(ArrowValues values, long bodyLength) => Message(BatchHeader, Values(values), bodyLength);

    public static FlatTable Dictionary(int id, ArrowValues values, long bodyLength) => Message(DictionaryHeader, new FlatTable().Long(0, id).Table(1, Values(values)), bodyLength);

    /// <summary>The bytes that a buffer takes in the body: up to the next multiple of 8.</summary>
    public static long Padded(long length) => (length + 7) / 8 * 8;

    private static FlatTable Message(int kind, FlatTable header, long bodyLength)
        => new FlatTable().Short(0, Version5).Byte(1, kind).Table(2, header).Long(3, bodyLength);

    private static FlatTable Field(ArrowField field, ref int dictionaries)
    {
        (int kind, FlatTable type) = ArrowTypes.Of(field.Dictionary?.Format ?? field.Format);
        FlatTable? dictionary = field.Dictionary is null ? null : new FlatTable().Long(0, dictionaries++).Table(1, ArrowTypes.Integer(field.Format)).Flag(2, false);
        List<FlatTable> children = [];
        foreach (ArrowField child in field.Children)
        {
            children.Add(Field(child, ref dictionaries));
        }

        return new FlatTable().Text(0, field.Name).Flag(1, field.IsNullable).Byte(2, kind).Table(3, type).Table(4, dictionary).Tables(5, children);
    }

    private static FlatTable Values(ArrowValues values)
    {
        List<(long Offset, long Length)> buffers = [];
        long offset = 0;
        for (int index = 0; index < values.BufferCount; index++)
        {
            long length = values.Buffer(index).Length;
            buffers.Add((offset, length));
            offset += Padded(length);
        }

        return new FlatTable().Long(0, values.Length).Pairs(1, [.. values.Nodes.Select(node => (node.Length, node.NullCount))]).Pairs(2, buffers);
    }
}
