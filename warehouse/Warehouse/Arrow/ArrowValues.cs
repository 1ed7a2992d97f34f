namespace ProdSales.Warehouse.Arrow;

/// <summary>Values in the order of Arrow's messages: a node a field, and its buffers one after another. They lie in the memory of their batch.</summary>
public readonly unsafe struct ArrowValues
{
    private readonly ArrowLayout _layout;

    internal ArrowValues(long length, ArrowLayout layout)
    {
        Length = length;
        _layout = layout;
    }

    /// <summary>Gets the number of rows, or of entries of a dictionary.</summary>
    public long Length { get; }

    /// <summary>Gets the fields' counts.</summary>
    public IReadOnlyList<ArrowNode> Nodes => _layout.Nodes;

    /// <summary>Gets the number of buffers.</summary>
    public int BufferCount => _layout.Buffers.Count;

    /// <summary>Gives one buffer; empty where no value is null and it would tell which are.</summary>
    public ReadOnlySpan<byte> Buffer(int index)
    {
        ArrowBuffer buffer = _layout.Buffers[index];
        return new ReadOnlySpan<byte>((void*)buffer.Address, checked((int)buffer.Length));
    }
}
