using ProdSales.Feeds;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading;

/// <summary>The rows of one feed from one origin, ready to be read as often as loading asks.</summary>
/// <remarks>
/// <see cref="Open"/> yields every column of <see cref="Feed.Columns"/> in that order and in its <see cref="FeedColumn.DuckDbType"/>, then
/// <c>_file VARCHAR</c>, <c>_line BIGINT</c> and <c>_error VARCHAR</c>. <c>_error</c> is null for a good row, else a JSON array of
/// <c>{"column", "value", "code", "allowed"}</c>, one object for each thing that is wrong. A second reading must yield the same rows: loading
/// asks for it only when rows of one version contradict each other and must be shown with file and line.
/// </remarks>
public sealed class FeedInput
{
    /// <summary>The columns that follow those of the feed.</summary>
    public static readonly IReadOnlyList<string> TrailingColumns = ["_file", "_line", "_error"];

    /// <summary>Gets the feed that the rows belong to.</summary>
    public required Feed Feed { get; init; }

    /// <summary>Gets what the rows come from, for progress and messages: a file, a table, a module.</summary>
    public required string Origin { get; init; }

    /// <summary>Gets the reading: each call starts from the first row; disposing the result ends it.</summary>
    public required Func<CancellationToken, ResultChunks> Open { get; init; }

    /// <summary>Gets the records that the reader could not turn into rows at all; asked for once the rows are read.</summary>
    public Func<IReadOnlyList<UnreadRow>> UnreadRows { get; init; } = () => [];
}
