using System.Text;
using System.Text.Unicode;
using ProdSales.Native;
using ProdSales.Native.Handles;

namespace ProdSales.Warehouse.Columns;

/// <summary>Rows to be appended, written column by column into the engine's own memory: set <see cref="Count"/> last, append, <see cref="Reset"/>, go on.</summary>
public sealed unsafe class ChunkWriter : IDisposable
{
    /// <summary>The most rows a chunk holds.</summary>
    public const int Capacity = 2048;

    private readonly ColumnType[] _types;

    /// <summary>Makes an empty chunk.</summary>
    /// <param name="types">The types of the columns, in the order in which they will be appended.</param>
    /// <exception cref="NotSupportedException">A type can be read but not written: write VARCHAR and let the append cast it.</exception>
    public ChunkWriter(IReadOnlyList<ColumnType> types)
    {
        _types = [.. types];
        LogicalTypeHandle[] handles = [.. _types.Select(t => t.Create())];
        nint[] pointers = [.. handles.Select(h => h.DangerousGetHandle())];
        fixed (nint* start = pointers)
        {
            Handle = LibDuckDb.CreateDataChunk(start, (ulong)pointers.Length);
        }

        foreach (LogicalTypeHandle handle in handles)
        {
            handle.Dispose();
        }
    }

    /// <summary>Gets the types of the columns.</summary>
    public IReadOnlyList<ColumnType> Types => _types;

    /// <summary>Gets or sets the number of rows that have been written, 0 to <see cref="Capacity"/>.</summary>
    public int Count
    {
        get => (int)LibDuckDb.ChunkSize(Handle);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Capacity);
            LibDuckDb.SetChunkSize(Handle, (ulong)value);
        }
    }

    /// <summary>Gets the chunk of the engine.</summary>
    internal ChunkHandle Handle { get; }

    /// <summary>Gives the memory of a column for all <see cref="Capacity"/> rows, to be filled with values of <see cref="ColumnType.ByteWidth"/> bytes.</summary>
    /// <typeparam name="T">As for <see cref="ColumnVector.Values{T}"/>.</typeparam>
    /// <exception cref="ArgumentException">The size of <typeparamref name="T"/> is another.</exception>
    public Span<T> Values<T>(int column)
        where T : unmanaged
    {
        if (sizeof(T) != _types[column].ByteWidth)
        {
            throw new ArgumentException(
                $"A value of {_types[column]} takes {_types[column].ByteWidth} bytes, so column {column} cannot be written as {typeof(T).Name}.",
                nameof(column));
        }

        return new Span<T>(LibDuckDb.VectorValues(Vector(column)), Capacity);
    }

    /// <summary>Writes a VARCHAR or BLOB.</summary>
    /// <exception cref="ArgumentException">The column is of another type, or the text for a VARCHAR is not UTF-8, which the engine would turn into NULL.</exception>
    public void SetUtf8(int column, int row, ReadOnlySpan<byte> utf8)
    {
        RequireRow(row);
        if (_types[column].Kind is not (DuckDbType.Varchar or DuckDbType.Blob))
        {
            throw new ArgumentException($"Column {column} is {_types[column]} and takes no text.", nameof(column));
        }

        if (_types[column].Kind == DuckDbType.Varchar && !Utf8.IsValid(utf8))
        {
            throw new ArgumentException($"The text for column {column}, row {row} is not valid UTF-8.", nameof(utf8));
        }

        fixed (byte* start = utf8)
        {
            LibDuckDb.AssignText(Vector(column), (ulong)row, start, (ulong)utf8.Length);
        }
    }

    /// <summary>Writes a VARCHAR; null is NULL.</summary>
    public void SetText(int column, int row, string? text)
    {
        if (text is null)
        {
            SetNull(column, row);
            return;
        }

        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> buffer = most <= 512 ? stackalloc byte[512] : new byte[most];
        SetUtf8(column, row, buffer[..Encoding.UTF8.GetBytes(text, buffer)]);
    }

    /// <summary>Makes a row NULL in a column.</summary>
    public void SetNull(int column, int row)
    {
        RequireRow(row);
        nint vector = Vector(column);
        LibDuckDb.EnsureValidityWritable(vector);
        LibDuckDb.VectorValidity(vector)[row >> 6] &= ~(1UL << (row & 63));
    }

    /// <summary>Lets a column show the values of another chunk without copying them, until <see cref="Reset"/>; the other chunk must live that long.</summary>
    /// <exception cref="ArgumentException">The types differ.</exception>
    public void Show(int column, in ColumnVector values)
    {
        if (!ReferenceEquals(values.Type, _types[column]) && !string.Equals(values.Type.ToString(), _types[column].ToString(), StringComparison.Ordinal))
        {
            throw new ArgumentException($"Column {column} is {_types[column]} and cannot show values of {values.Type}.", nameof(values));
        }

        LibDuckDb.ReferenceVector(Vector(column), values.Vector);
    }

    /// <summary>Empties the chunk; no row is NULL afterwards.</summary>
    public void Reset() => LibDuckDb.ResetDataChunk(Handle);

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();

    private static void RequireRow(int row)
    {
        if ((uint)row >= Capacity)
        {
            throw new ArgumentOutOfRangeException(nameof(row), row, $"A chunk has rows 0 to {Capacity - 1}.");
        }
    }

    private nint Vector(int column)
    {
        ObjectDisposedException.ThrowIf(Handle.IsClosed, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)_types.Length, nameof(column));
        return LibDuckDb.ChunkVector(Handle, (ulong)column);
    }
}
