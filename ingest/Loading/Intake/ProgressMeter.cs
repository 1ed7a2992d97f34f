namespace ProdSales.Loading.Intake;

/// <summary>Tells a listener how far the reading is, about twice a second.</summary>
internal sealed class ProgressMeter(IProgress<LoadProgress>? listener, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private FeedInput? _input;
    private long _begun;
    private long _told;
    private long _rows;

    /// <summary>Begins an input.</summary>
    internal void Begin(FeedInput input)
    {
        _input = input;
        _begun = _told = clock.GetTimestamp();
        _rows = 0;
    }

    /// <summary>Counts rows.</summary>
    internal void Advance(int rows)
    {
        _rows += rows;
        if (listener is not null && clock.GetElapsedTime(_told) >= Interval)
        {
            Tell();
        }
    }

    /// <summary>Ends the input with its final count.</summary>
    internal void End() => Tell();

    private void Tell()
    {
        _told = clock.GetTimestamp();
        listener?.Report(new LoadProgress(_input!.Feed.Name, _input.Origin, _rows, clock.GetElapsedTime(_begun)));
    }
}
