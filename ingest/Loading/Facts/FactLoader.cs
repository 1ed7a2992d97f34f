using ProdSales.Loading.Dimensions;
using ProdSales.Loading.Intake;
using ProdSales.Loading.Quarantine;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Facts;

/// <summary>Loads the inputs of one fact feed: every row is looked at once on its way in, and set-based statements settle the rest.</summary>
internal sealed class FactLoader
{
    private readonly Batch _batch;
    private readonly StarTable _star;
    private readonly RowRules _rules;
    private readonly FactInsert _insert;
    private readonly InferredMembers _inferred;
    private readonly CandidateRows? _candidates;
    private readonly FeedTally _tally;
    private bool _mayRepeat;

    internal FactLoader(Batch batch, StarTable star)
    {
        _batch = batch;
        _star = star;
        _rules = new RowRules(star, batch.GroupCurrency);
        _insert = new FactInsert(star, _rules, batch.GroupCurrency, batch.Id);
        _inferred = new InferredMembers(batch);
        _tally = new FeedTally(star.Feed);
        bool hasEarlierRows = batch.Connection.Scalar<bool>($"SELECT EXISTS (FROM {star.Name})");
        _candidates = hasEarlierRows ? new CandidateRows(batch, star, _tally) : null;
    }

    /// <summary>Loads all inputs of the feed.</summary>
    /// <returns>What became of the rows.</returns>
    internal FeedTally Load(IReadOnlyList<FeedInput> inputs, ProgressMeter progress, CancellationToken cancellationToken)
    {
        foreach (FeedInput input in inputs)
        {
            Append(input, progress, cancellationToken);
            IReadOnlyList<UnreadRow> unread = input.UnreadRows();
            _batch.Refusals.Add(_star.Feed, unread);
            _tally.Read += unread.Count;
        }

        _candidates?.Settle();
        if (_mayRepeat || inputs.Count > 1)
        {
            new RepeatedRows(_batch, _star, _rules, _tally).Settle(inputs, cancellationToken);
        }

        _tally.Refused = _batch.Refusals.Count(_star.Feed);
        _tally.Loaded = LoadedRows.Count(_batch, _star);
        if (_tally.Loaded > 0)
        {
            _batch.NoteChange(_star.Name);
            _tally.Replaced = _candidates?.RemoveEarlierVersions() ?? 0;
        }

        return _tally;
    }

    private void Append(FeedInput input, ProgressMeter progress, CancellationToken cancellationToken)
    {
        RowInspector inspector = new(_star, _batch.Known, _batch.GroupCurrency);
        using ResultChunks chunks = input.Open(cancellationToken);
        InputShape.Require(input, chunks.Columns);
        using SliceWriter slices = new(_batch.Transaction, chunks.Columns, Statements, MakeMembers);
        progress.Begin(input);
        while (chunks.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            ChunkNeeds needs = inspector.Inspect(chunks.Current);
            slices.Append(chunks.Current, needs);
            _candidates?.Add(chunks.Current.Count, slices.Flush);
            progress.Advance(chunks.Current.Count);
        }

        slices.Flush();
        progress.End();
        _mayRepeat |= !inspector.Order.Holds;
        _tally.AddSource(inspector.Totals);
    }

    private void MakeMembers() => _tally.Inferred += _inferred.Make();

    private IEnumerable<string> Statements(ChunkNeeds needs)
    {
        bool hasChecks = needs.HasFlag(ChunkNeeds.Checks);
        yield return _insert.Statement(_candidates is null ? _star.Name : CandidateRows.Table, hasChecks, needs.HasFlag(ChunkNeeds.Conversion));
        if (hasChecks)
        {
            yield return PendingRefusals.Statement(_star, _rules);
        }
    }
}
