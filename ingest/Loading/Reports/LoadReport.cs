namespace ProdSales.Loading.Reports;

/// <summary>What a load did, or why it did nothing.</summary>
public sealed record LoadReport
{
    /// <summary>Gets how it ended.</summary>
    public required LoadOutcome Outcome { get; init; }

    /// <summary>Gets the number of the batch, of the earlier one when it was already loaded; null when refused.</summary>
    public int? BatchId { get; init; }

    /// <summary>Gets every reason for a refusal; empty otherwise.</summary>
    public IReadOnlyList<LoadRefusal> Refusals { get; init; } = [];

    /// <summary>Gets what became of the rows, feed by feed in the order of the catalogue.</summary>
    public IReadOnlyList<FeedReport> Feeds { get; init; } = [];

    /// <summary>Gets counts and sums, source against warehouse.</summary>
    public IReadOnlyList<ReconciliationLine> Reconciliation { get; init; } = [];

    /// <summary>Gets the tables whose content changed, in the order of their names; their data versions were raised.</summary>
    public IReadOnlyList<string> ChangedTables { get; init; } = [];
}
