using ProdSales.Feeds;
using ProdSales.Loading.Intake;

namespace ProdSales.Loading;

/// <summary>Counts and totals of one feed while its rows go in.</summary>
internal sealed class FeedTally(Feed feed)
{
    private readonly Dictionary<string, decimal> _source = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _skipped = new(StringComparer.Ordinal);

    /// <summary>Gets the feed.</summary>
    internal Feed Feed { get; } = feed;

    /// <summary>Gets or sets the rows read, bad ones included.</summary>
    internal long Read { get; set; }

    /// <summary>Gets or sets the rows that were not newer than what was there.</summary>
    internal long Skipped { get; set; }

    /// <summary>Gets or sets the rows that took the place of an older version.</summary>
    internal long Replaced { get; set; }

    /// <summary>Gets or sets the rows that are in the warehouse now, replacing ones included.</summary>
    internal long Loaded { get; set; }

    /// <summary>Gets or sets the rows refused.</summary>
    internal long Refused { get; set; }

    /// <summary>Gets or sets the members that were made because these rows name them.</summary>
    internal long Inferred { get; set; }

    /// <summary>Adds what was read.</summary>
    internal void AddSource(MeasureTotals totals)
    {
        Read += totals.Rows;
        foreach ((FeedColumn measure, decimal total) in totals.Totals())
        {
            _source[measure.Name] = _source.GetValueOrDefault(measure.Name) + total;
        }
    }

    /// <summary>Adds what was skipped.</summary>
    internal void AddSkipped(long rows, IReadOnlyDictionary<string, decimal> totals)
    {
        Skipped += rows;
        foreach ((string measure, decimal total) in totals)
        {
            _skipped[measure] = _skipped.GetValueOrDefault(measure) + total;
        }
    }

    /// <summary>Gives the total of a measure as it was read.</summary>
    internal decimal SourceTotal(FeedColumn measure) => _source.GetValueOrDefault(measure.Name);

    /// <summary>Gives the total of a measure over skipped rows.</summary>
    internal decimal SkippedTotal(FeedColumn measure) => _skipped.GetValueOrDefault(measure.Name);
}
