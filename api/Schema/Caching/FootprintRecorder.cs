using System.Collections.Concurrent;

namespace ProdSales.Schema;

/// <summary>Hears what one run of a request reads.</summary>
internal sealed class FootprintRecorder
{
    private readonly ConcurrentDictionary<string, bool> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DateOnly, bool> _days = new();

    /// <summary>Whether midnight passed meanwhile, so that one part of the answer may speak of another day than the rest.</summary>
    internal bool HasSeveralDays => _days.Count > 1;

    internal void Hear(string text) => _texts[text] = true;

    internal void Hear(DateOnly day) => _days[day] = true;

    internal Footprint Footprint(StarTables tables) => new(tables.NamedIn(_texts.Keys), _days.IsEmpty ? null : _days.Keys.First());
}
