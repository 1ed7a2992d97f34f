using ProdSales.Warehouse;

namespace ProdSales.Schema;

/// <summary>What a run has read so far, and whether all of it was of one state of the data.</summary>
internal sealed class Reading
{
    private readonly WarehouseDatabase _warehouse;
    private readonly ListenedClock _clock;
    private readonly StarTables _tables;
    private readonly long _before;
    private readonly FootprintRecorder _recorder = new();

    private Reading(WarehouseDatabase warehouse, ListenedClock clock, StarTables tables, string opening, long before)
    {
        _warehouse = warehouse;
        _clock = clock;
        _tables = tables;
        _before = before;
        Opening = opening;
        Footprint = _recorder.Footprint(tables);
    }

    /// <summary>The opening of the warehouse before the run.</summary>
    internal string Opening { get; }

    /// <summary>What was read.</summary>
    internal Footprint Footprint { get; private set; }

    /// <summary>The last change of what was read.</summary>
    internal long Change { get; private set; }

    /// <summary>Whether nothing of what was read has changed since the run began, nor the day where it counts.</summary>
    internal bool IsSettled => Change <= _before && Opening == _warehouse.Versions.Opening && !_recorder.HasSeveralDays;

    /// <summary>Notes the last commit before a run.</summary>
    internal static async Task<Reading> BeginAsync(
        WarehouseDatabase warehouse, ListenedClock clock, Func<string, long, CancellationToken, Task<StarTables>> tablesOf, CancellationToken cancellationToken)
    {
        string opening = warehouse.Versions.Opening;
        long before = await warehouse.Versions.LastCommitAsync(cancellationToken).ConfigureAwait(false);
        return new Reading(warehouse, clock, await tablesOf(opening, before, cancellationToken).ConfigureAwait(false), opening, before);
    }

    /// <summary>Runs something and hears what it reads; several times for what is read in parts.</summary>
    internal Task<T> ListenAsync<T>(Func<Task<T>> run) => _warehouse.Readers.ListenAsync(_recorder.Hear, () => _clock.ListenAsync(_recorder.Hear, run));

    /// <summary>Looks whether what was read has changed, waiting for a commit that is under way.</summary>
    internal async Task EndAsync(CancellationToken cancellationToken)
    {
        Footprint = _recorder.Footprint(_tables);
        Change = await _warehouse.Versions.LastChangeAsync(Footprint.Tables, cancellationToken).ConfigureAwait(false);
    }
}
