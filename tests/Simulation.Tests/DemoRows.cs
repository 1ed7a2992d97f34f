using ProdSales.Feeds;

namespace ProdSales.Simulation.Tests;

/// <summary>The rows of one demo company in memory, told once for all tests of a collection.</summary>
public sealed class DemoRows
{
    private readonly Dictionary<Type, List<FeedRow>> _rows;

    internal DemoRows(DemoOptions options)
    {
        Options = options;
        DemoCompany company = new(options);
        Truth = company.Truth;
        _rows = company.Rows().GroupBy(row => row.GetType()).ToDictionary(group => group.Key, group => group.ToList());
    }

    internal DemoOptions Options { get; }

    internal Truth Truth { get; }

    internal IReadOnlyList<TRow> All<TRow>()
        where TRow : FeedRow => [.. _rows[typeof(TRow)].Cast<TRow>()];

    internal IReadOnlyList<FeedRow> All(Feed feed) => _rows[feed.RecordType];

    /// <summary>The latest version of every master record, by its id.</summary>
    internal Dictionary<string, TRow> Latest<TRow>()
        where TRow : FeedRow =>
        All<TRow>().GroupBy(row => row.SourceId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.MaxBy(row => row.Version)!, StringComparer.Ordinal);
}
