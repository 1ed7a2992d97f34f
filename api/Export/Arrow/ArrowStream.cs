using System.Buffers.Binary;
using ProdSales.Warehouse.Arrow;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Export.Arrow;

/// <summary>Writes a result as a stream of Arrow's IPC format, batch by batch from the engine's own buffers.</summary>
public static class ArrowStream
{
    /// <summary>The media type of the format.</summary>
    public const string MediaType = "application/vnd.apache.arrow.stream";

    private static readonly byte[] Padding = new byte[8];

    /// <summary>Writes all rows of a result and ends the stream.</summary>
    /// <param name="chunks">The result, from its first row on.</param>
    /// <param name="output">Where the bytes go; they are not flushed.</param>
    /// <returns>The rows written.</returns>
    /// <exception cref="Warehouse.WarehouseException">The statement failed on its way; what was written is no whole stream.</exception>
    /// <exception cref="OperationCanceledException">The token of the command was cancelled.</exception>
    public static long Write(ResultChunks chunks, Stream output)
    {
        using ArrowResult result = new(chunks);
        WriteMessage(output, ArrowMessages.Schema(result.Fields));
        long rows = 0;
        byte[][]? dictionaries = null;
        while (result.Next() is { } batch)
        {
            using (batch)
            {
                dictionaries = WriteDictionaries(output, batch, dictionaries);
                WriteMessage(output, ArrowMessages.Batch(batch.Rows, BodyLength(batch.Rows)));
                WriteBody(output, batch.Rows);
                rows += batch.Length;
            }
        }

        output.Write([0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]);
        return rows;
    }

    /// <summary>Writes those dictionaries that readers do not have yet; the values of an enum stay the same from batch to batch.</summary>
    private static byte[][] WriteDictionaries(Stream output, ArrowBatch batch, byte[][]? known)
    {
        byte[][] now = [.. batch.Dictionaries.Select(Bytes)];
        for (int id = 0; id < now.Length; id++)
        {
            if (known is null || !known[id].AsSpan().SequenceEqual(now[id]))
            {
                WriteMessage(output, ArrowMessages.Dictionary(id, batch.Dictionaries[id], now[id].Length));
                output.Write(now[id]);
            }
        }

        return now;
    }

    private static byte[] Bytes(ArrowValues values)
    {
        using MemoryStream body = new();
        WriteBody(body, values);
        return body.ToArray();
    }

    private static void WriteMessage(Stream output, FlatTable message)
    {
        ReadOnlySpan<byte> bytes = FlatBuffer.Of(message).Span;
        int padded = (int)ArrowMessages.Padded(bytes.Length);
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(head, -1);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], padded);
        output.Write(head);
        output.Write(bytes);
        output.Write(Padding.AsSpan(0, padded - bytes.Length));
    }

    private static long BodyLength(ArrowValues values)
    {
        long length = 0;
        for (int index = 0; index < values.BufferCount; index++)
        {
            length += ArrowMessages.Padded(values.Buffer(index).Length);
        }

        return length;
    }

    private static void WriteBody(Stream output, ArrowValues values)
    {
        for (int index = 0; index < values.BufferCount; index++)
        {
            ReadOnlySpan<byte> buffer = values.Buffer(index);
            output.Write(buffer);
            output.Write(Padding.AsSpan(0, (int)ArrowMessages.Padded(buffer.Length) - buffer.Length));
        }
    }
}
