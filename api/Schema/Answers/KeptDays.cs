using System.Collections.Concurrent;
using System.Collections.Frozen;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Knows of which days facts have rows, and looks again only when a batch has changed what they are read from.</summary>
internal sealed class KeptDays(WarehouseDatabase warehouse)
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, KnownDays> _known = new(StringComparer.Ordinal);
    private volatile OpenedTables? _tables;

    private ReaderPool Readers => warehouse.Readers;

    /// <summary>The days of the facts of a question; a fact without rows is left out.</summary>
    internal async Task<IReadOnlyDictionary<string, RecordedSpan>> OfAsync(MetricQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<RecordedNeed> needs = PartialRecords.Needs(query);
        if (needs.Count == 0)
        {
            return FrozenDictionary<string, RecordedSpan>.Empty;
        }

        OpenedTables opened = await TablesAsync(cancellationToken).ConfigureAwait(false);
        List<(RecordedNeed Need, KnownDays Known)> found = [];
        foreach (RecordedNeed need in needs)
        {
            found.Add((need, await FindAsync(need, opened, cancellationToken).ConfigureAwait(false)));
        }

        if (found.Exists(pair => !pair.Known.Meets(pair.Need)))
        {
            found = await Readers.ListenAsync(_ => { }, () => Readers.ReadAsync((connection, token) => found.ConvertAll(pair => (pair.Need, pair.Known.Read(pair.Need, connection, token))), cancellationToken)).ConfigureAwait(false);
            Keep(found);
        }

        return found.Where(pair => pair.Known.Span is not null).ToDictionary(pair => pair.Need.Fact.Name, pair => pair.Known.Span!.Value, StringComparer.Ordinal);
    }

    /// <summary>Tells whoever listens of the facts that an answer depends on though its statement does not name them: what is compared with days that are recorded in part is not read.</summary>
    internal void Tell(QueryPlan plan)
    {
        HashSet<string> left = [.. plan.AllCuts.SelectMany(cut => cut.Unavailable).Where(reason => reason.Code == "recorded-in-part").Select(reason => reason.Measure)];
        Fact[] unread = [.. plan.Query.Subject.Measures.Where(measure => left.Contains(measure.Name)).SelectMany(measure => measure.Aggregates()).Select(part => part.Fact).Distinct().Where(fact => !plan.Reads(fact))];
        foreach (RecordedNeed need in PartialRecords.Needs(plan.Query).Where(need => unread.Contains(need.Fact)))
        {
            Readers.Tell(_known.GetValueOrDefault(KeyOf(need))?.Names is { } names ? string.Join(' ', names) : ScopeSql.Rows(need.Scope, need.Fact).Text);
        }
    }

    private static string KeyOf(RecordedNeed need) => need.Scope.Predicates.Count == 0 ? need.Fact.Name : $"{need.Fact.Name} {need.Scope.Hash}";

    // Tables and views are made when a warehouse is opened, never while it is served.
    private async Task<OpenedTables> TablesAsync(CancellationToken cancellationToken)
    {
        string opening = warehouse.Versions.Opening;
        return _tables is { } known && known.Opening == opening ? known : _tables = new OpenedTables(opening, await StarTables.ReadAsync(Readers, cancellationToken).ConfigureAwait(false));
    }

    // What is known holds while neither what it is read from nor, where the rows depend on it, the day of the question is another.
    private async Task<KnownDays> FindAsync(RecordedNeed need, OpenedTables opened, CancellationToken cancellationToken)
    {
        KnownDays? known = _known.GetValueOrDefault(KeyOf(need));
        if (known is null || known.Opening != opened.Opening)
        {
            string text = ScopeSql.Rows(need.Scope, need.Fact).Text;
            known = new KnownDays(opened.Opening, text, opened.Tables.NamedIn([text]));
        }

        long change = await warehouse.Versions.LastChangeAsync(known.Names, cancellationToken).ConfigureAwait(false);
        DateOnly? asOf = need.Fact.AsksForDay ? need.AsOf : null;
        return known.Change == change && known.AsOf == asOf ? known : known with { Change = change, AsOf = asOf, Span = null, IsRead = false };
    }

    // Scopes may be as many as there are people.
    private void Keep(List<(RecordedNeed Need, KnownDays Known)> found)
    {
        if (_known.Count > MostKept)
        {
            _known.Clear();
        }

        foreach ((RecordedNeed need, KnownDays known) in found)
        {
            _known[KeyOf(need)] = known;
        }
    }

    private sealed record OpenedTables(string Opening, StarTables Tables);
}
