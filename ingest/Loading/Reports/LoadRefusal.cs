using System.Globalization;
using ProdSales.Loading.Weights;

namespace ProdSales.Loading.Reports;

/// <summary>Why a whole batch was refused.</summary>
/// <param name="Code">The stable kebab-case code.</param>
/// <param name="Message">The thing, the value and what is allowed, in English.</param>
/// <param name="Facts">The parts of the message, for other languages.</param>
public sealed record LoadRefusal(string Code, string Message, IReadOnlyDictionary<string, object> Facts)
{
    /// <summary>Gets every code, for those who must have a sentence for each.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["too-many-bad-rows", "group-currency-differs", "not-reconciled", "too-many-members", "weights-not-whole"];

    /// <summary>More rows of a feed are bad than the limit allows.</summary>
    internal static LoadRefusal TooManyBadRows(string feed, long refused, long read, double limit) => new(
        "too-many-bad-rows",
        string.Create(CultureInfo.InvariantCulture, $"{feed}: {refused} of {read} rows are bad, at most {limit:P0} may be."),
        new Dictionary<string, object>(StringComparer.Ordinal) { ["feed"] = feed, ["refused"] = refused, ["read"] = read, ["limit"] = limit });

    /// <summary>Rows name more regions or source systems than there are keys: most likely a mapping takes the wrong column.</summary>
    internal static LoadRefusal TooManyMembers(string master, int most) => new(
        "too-many-members",
        string.Create(CultureInfo.InvariantCulture, $"{master}: the rows name more than {most} different ones, at most {most} may be; is the right column mapped to it?"),
        new Dictionary<string, object>(StringComparer.Ordinal) { ["master"] = master, ["most"] = most });

    /// <summary>The warehouse already keeps its money in another currency.</summary>
    internal static LoadRefusal GroupCurrencyDiffers(string asked, string kept) => new(
        "group-currency-differs",
        $"Group currency \"{asked}\": the warehouse holds facts in {kept}, and one warehouse has one group currency.",
        new Dictionary<string, object>(StringComparer.Ordinal) { ["asked"] = asked, ["kept"] = kept });

    /// <summary>Members that share a whole have weights that do not sum to 1: some of them are missing, or came in another batch.</summary>
    internal static LoadRefusal WeightsNotWhole(string feed, string column, BrokenWhole broken) => new(
        "weights-not-whole",
        string.Create(CultureInfo.InvariantCulture, $"{feed}: the weights of {column} {broken.Example} sum to {broken.Total:0.####}, they must sum to 1; {broken.Count} are not whole."),
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["feed"] = feed,
            ["column"] = column,
            ["example"] = broken.Example,
            ["total"] = broken.Total,
            ["wholes"] = broken.Count,
        });

    /// <summary>What went in is not what came out: a defect of loading or of the disk, never of the source.</summary>
    internal static LoadRefusal NotReconciled(ReconciliationLine line) => new(
        "not-reconciled",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{line.Feed}.{line.Measure}: {line.SourceTotal} read, but {line.RefusedTotal} refused, {line.SkippedTotal} skipped and {line.LoadedTotal} loaded."),
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["feed"] = line.Feed,
            ["measure"] = line.Measure,
            ["source"] = line.SourceTotal,
            ["refused"] = line.RefusedTotal,
            ["skipped"] = line.SkippedTotal,
            ["loaded"] = line.LoadedTotal,
        });
}
