using System.IO.Pipelines;

namespace ProdSales.Host.Exports;

/// <summary>Takes the bytes of a writer that cannot wait, a part at a time; the response begins with the first full part, so that what fails before it can still be told.</summary>
internal sealed class ResponseStream(PipeWriter response, CancellationToken cancellation) : Stream
{
    private readonly byte[] _part = new byte[64 * 1024];
    private int _held;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            int taken = Math.Min(buffer.Length, _part.Length - _held);
            buffer[..taken].CopyTo(_part.AsSpan(_held));
            _held += taken;
            buffer = buffer[taken..];
            if (_held == _part.Length)
            {
                Send();
            }
        }
    }

    /// <summary>Does nothing: parts go when they are full, and the last one by <see cref="Send"/>.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Sends what is held, waiting while the client reads slower than rows come.</summary>
    /// <exception cref="OperationCanceledException">The client went away.</exception>
    internal void Send()
    {
        FlushResult result = response.WriteAsync(_part.AsMemory(0, _held), cancellation).AsTask().GetAwaiter().GetResult();
        _held = 0;
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new OperationCanceledException("The client reads no further.", cancellation);
        }
    }
}
