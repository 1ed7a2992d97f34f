using System.CommandLine;
using ProdSales.Feeds;
using ProdSales.Host.Commands;
using ProdSales.Loading.Auditing;
using ProdSales.Loading.Reports;
using ProdSales.Semantics;
using ProdSales.Sources.Mappings;

namespace ProdSales.Host.Speech;

/// <summary>Says what there is to say in one language.</summary>
internal sealed class Speaker(Language language)
{
    /// <summary>Gets the language.</summary>
    internal Language Language { get; } = language;

    /// <summary>The speaker of a command.</summary>
    internal static Speaker Of(ParseResult parsed) =>
        new(LanguageChoice.OfCommand(parsed.GetValue(CommonOptions.Language), Environment.GetEnvironmentVariable));

    /// <summary>Says a sentence of <c>messages.yaml</c>.</summary>
    internal string Say(string key, params ReadOnlySpan<(string Name, object Value)> facts)
    {
        Dictionary<string, object> held = new(StringComparer.Ordinal);
        foreach ((string name, object value) in facts)
        {
            held[name] = value;
        }

        return Say(key, held);
    }

    /// <summary>Says a sentence whose facts come with its code.</summary>
    internal string Say(string key, IReadOnlyDictionary<string, object> facts) => Messages.Text(key, Language, facts);

    /// <summary>Says why a batch is refused.</summary>
    internal string Say(LoadRefusal refusal) => Say($"load.{refusal.Code}", refusal.Facts);

    /// <summary>Says what a check of a warehouse found.</summary>
    internal string Say(AuditFault fault) => Say($"audit.{fault.Code}", fault.Facts);

    /// <summary>Says what is wrong with a mapping or with a file that it reads.</summary>
    internal string Say(MappingProblem problem) => Say(
        "report.problem",
        ("file", problem.File), ("line", problem.Line), ("what", Say($"problem.{problem.Code}")), ("code", problem.Code), ("detail", problem.Message));

    /// <summary>Says what keeps a model from being compiled.</summary>
    internal string Say(ModelDefect defect) => Say(
        "report.problem",
        ("file", defect.Place.File), ("line", defect.Place.Line), ("what", Say($"model.{defect.Code}")), ("code", defect.Code), ("detail", Language is Language.Chinese ? defect.Message.Chinese : defect.Message.English));

    /// <summary>Says what is wrong with a row: its place, its column, the value and what is allowed; where the mapping or the file allows something else than
    /// the feed, in English.</summary>
    internal string Say(RefusedRow row)
    {
        string file = row.File ?? row.Feed;
        string place = row.Line is { } line ? Say("report.row-place", ("file", file), ("line", line)) : Say("report.no-place", ("file", file));
        string column = row.Column ?? Say("report.whole-row");
        string? allowed = row.Column is { } name && FeedCatalogue.Find(row.Feed)?.Column(name) is { } declared && row.Allowed == RowCheckText.Allowed(declared)
            ? Allowed(declared)
            : row.Allowed;
        return allowed is null
            ? Say("report.row", ("place", place), ("column", column), ("what", What(row.Code, row.Value)), ("code", row.Code))
            : Say("report.row-allowed", ("place", place), ("column", column), ("what", What(row.Code, row.Value)), ("code", row.Code), ("allowed", allowed));
    }

    /// <summary>Says what a reason means, of a value where it is known.</summary>
    internal string What(string code, string? value) => Messages.Has($"row.{code}") ? Say($"row.{code}", ("value", value ?? "")) : code;

    private string Allowed(FeedColumn column) => column.Type switch
    {
        FeedType.Text when column.Allowed.Count > 0 => Say("allowed.one-of", ("values", string.Join(", ", column.Allowed))),
        FeedType.Text => Say("allowed.text"),
        FeedType.Integer => Say("allowed.whole", ("bounds", Bounds(column))),
        FeedType.Decimal => Say("allowed.number", ("bounds", Bounds(column))),
        FeedType.Double => Say("allowed.finite", ("bounds", Bounds(column))),
        FeedType.Boolean => Say("allowed.boolean"),
        FeedType.Date => Say("allowed.date"),
        _ => Say("allowed.instant"),
    };

    private string Bounds(FeedColumn column) => (column.Min, column.Max) switch
    {
        ({ } min, { } max) => Say("allowed.between", ("min", min), ("max", max)),
        ({ } min, null) => Say("allowed.at-least", ("min", min)),
        (null, { } max) => Say("allowed.at-most", ("max", max)),
        _ => "",
    };
}
