namespace ProdSales.Loading.Reports;

/// <summary>What became of the rows of one feed: read = inserted + replaced + skipped + quarantined.</summary>
public sealed record FeedReport
{
    /// <summary>Gets the feed.</summary>
    public required string Feed { get; init; }

    /// <summary>Gets the rows read, bad ones included.</summary>
    public long RowsRead { get; init; }

    /// <summary>Gets the rows that are new.</summary>
    public long RowsInserted { get; init; }

    /// <summary>Gets the rows that took the place of an older version.</summary>
    public long RowsReplaced { get; init; }

    /// <summary>Gets the rows that were not newer than what was there, or repeated a row of the batch.</summary>
    public long RowsSkipped { get; init; }

    /// <summary>Gets the rows refused.</summary>
    public long RowsQuarantined { get; init; }

    /// <summary>Gets the members of masters that these rows name and that no master row has described yet.</summary>
    public long MembersInferred { get; init; }

    /// <summary>Gets the number of refused rows by reason code.</summary>
    public IReadOnlyDictionary<string, long> Reasons { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Gets the first refused rows, at most <see cref="ProdSales.Loading.LoadOptions.ShownRefusals"/>.</summary>
    public IReadOnlyList<RefusedRow> Refusals { get; init; } = [];
}
