using System.Diagnostics.CodeAnalysis;

namespace ProdSales.Loading.Facts;

/// <summary>Writes a slice on another thread while the next one is read: reading and writing then share the processors.</summary>
/// <param name="write">Writes a slice; it never runs twice at the same time.</param>
internal sealed class SliceHandover(Action<FactSlice> write) : IDisposable
{
    private Task _writing = Task.CompletedTask;

    /// <summary>Hands a slice over once the one before has been written; it is disposed when it has been written.</summary>
    internal void Hand(FactSlice slice)
    {
        try
        {
            Finish();
        }
        catch
        {
            slice.Dispose();
            throw;
        }

        _writing = Task.Run(() =>
        {
            using (slice)
            {
                write(slice);
            }
        });
    }

    /// <summary>Waits until the last slice has been written.</summary>
    internal void Finish() => _writing.GetAwaiter().GetResult();

    /// <summary>Waits for the slice under way; whoever disposes early is failing already, so that its own failure is not told.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The failure that ends the load is thrown already")]
    public void Dispose()
    {
        try
        {
            Finish();
        }
        catch (Exception)
        {
            _writing = Task.CompletedTask;
        }
    }
}
