namespace ProdSales.Loading.Auditing;

/// <summary>Names of the checks and of what they find. All are stable.</summary>
public static class AuditCodes
{
    /// <summary>Gets the names of the checks, in the order in which they run.</summary>
    public static IReadOnlyList<string> Checks { get; } = ["schema", "content", "calendar", "members", "history", "references", "ids", "rows", "sums", "weights", "trace", "rollups"];

    /// <summary>A migration is absent, unknown or of another text; nothing else can be examined then.</summary>
    public const string SchemaDiffers = "schema-differs";

    /// <summary>The blocks of a table cannot be read, or their checksums are wrong.</summary>
    public const string ContentDamaged = "content-damaged";

    /// <summary>The calendar lacks days, or has some twice.</summary>
    public const string CalendarBroken = "calendar-broken";

    /// <summary>Rows have a business day that the calendar does not have.</summary>
    public const string DayUnknown = "day-unknown";

    /// <summary>A dimension has no row, or more than one, for the unknown member.</summary>
    public const string UnknownMemberMissing = "unknown-member-missing";

    /// <summary>Two rows of a dimension have one key.</summary>
    public const string KeyRepeated = "key-repeated";

    /// <summary>A member has two versions on one day.</summary>
    public const string HistoryOverlaps = "history-overlaps";

    /// <summary>A member has no version on some day.</summary>
    public const string HistoryGap = "history-gap";

    /// <summary>A member has no current version, or more than one, or the current one is not the last.</summary>
    public const string CurrentVersionWrong = "current-version-wrong";

    /// <summary>A key leads to no row of its dimension, so that joins lose the row.</summary>
    public const string ReferenceOrphaned = "reference-orphaned";

    /// <summary>Two rows of a fact have one id of one source.</summary>
    public const string IdRepeated = "id-repeated";

    /// <summary>A batch's own counts or totals do not add up.</summary>
    public const string LedgerUnbalanced = "ledger-unbalanced";

    /// <summary>A fact has more or fewer rows than its batches have brought.</summary>
    public const string RowsDiffer = "rows-differ";

    /// <summary>A fact has more or fewer rows of a batch than that batch has brought.</summary>
    public const string BatchRowsDiffer = "batch-rows-differ";

    /// <summary>The sum of a measure over the rows of a batch is not the one that was kept.</summary>
    public const string SumDiffers = "sum-differs";

    /// <summary>The weights of the members that share a whole do not sum to 1.</summary>
    public const string WeightsNotWhole = "weights-not-whole";

    /// <summary>Rows name a batch that the ledger does not know.</summary>
    public const string BatchUnknown = "batch-unknown";

    /// <summary>The watermark of a source lies before its last business day.</summary>
    public const string WatermarkBehind = "watermark-behind";

    /// <summary>A table has rows and no data version, so that caches would never follow it.</summary>
    public const string VersionMissing = "version-missing";

    /// <summary>Rows in quarantine have no reason.</summary>
    public const string ReasonMissing = "reason-missing";

    /// <summary>The catalogue names a rollup whose table is not there.</summary>
    public const string RollupMissing = "rollup-missing";

    /// <summary>A rollup holds other sums than its fact.</summary>
    public const string RollupDiffers = "rollup-differs";
}
