using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>Why a change is not explained.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Message">The thing, the value and what is allowed, in both languages.</param>
/// <param name="Facts">The same for programs.</param>
public sealed record ExplanationRefusal(string Code, LocalisedText Message, IReadOnlyDictionary<string, object?> Facts)
{
    internal static ExplanationRefusal Of(ScopeRefusal refusal) => new(refusal.Code, refusal.Message, refusal.Facts);

    internal static ExplanationRefusal PartsDoNotAddUp(Measure measure) => new(
        "parts-do-not-add-up",
        new($"{Name(measure)} 的各部分无法相加（去重计数、分位数等），因此不能归因。", $"The parts of {Name(measure)} do not add up (a distinct count, a quantile), so its change cannot be attributed."),
        Facted(("measure", Name(measure))));

    internal static ExplanationRefusal PeriodsOverlap(Period now, Period before) => new(
        "periods-overlap",
        new($"期间 {Days(now)} 与 {Days(before)} 重叠；两个期间不得重叠。", $"The periods {Days(now)} and {Days(before)} overlap; they must not."),
        Facted(("period", Days(now)), ("against", Days(before))));

    internal static ExplanationRefusal PeriodEndsBeforeItStarts(Period period) => new(
        "period-ends-before-it-starts",
        new($"期间 {Days(period)} 的结束早于开始。", $"The period {Days(period)} ends before it starts."),
        Facted(("period", Days(period))));

    internal static ExplanationRefusal NotConnected(Measure measure, string table) => new(
        "not-connected",
        new($"{Name(measure)} 未接入：{table} 从未有过数据。", $"{Name(measure)} is not connected: {table} has never had a row."),
        Facted(("measure", Name(measure)), ("source", table)));

    internal static ExplanationRefusal NotReached(Measure measure, Dimension dimension) => new(
        "filter-not-reached",
        new($"{Name(measure)} 不能按 {dimension.Label.Chinese}（{dimension.Name}）筛选。", $"{Name(measure)} cannot be filtered by {dimension.Name}."),
        Facted(("measure", Name(measure)), ("dimension", dimension.Name)));

    internal static ExplanationRefusal MemberNotFixed(Measure measure, string dimension) => new(
        "member-not-fixed",
        new($"{Name(measure)} 需要用筛选条件固定 {dimension} 的一个成员。", $"{Name(measure)} needs a filter that fixes one member of {dimension}."),
        Facted(("measure", Name(measure)), ("dimension", dimension)));

    internal static ExplanationRefusal NothingToCompare(Measure measure) => new(
        "nothing-to-compare",
        new($"{Name(measure)} 至少在一侧没有数据，无从比较。", $"{Name(measure)} has no value on at least one side, so there is nothing to compare."),
        Facted(("measure", Name(measure))));

    internal static ExplanationRefusal RecordedInPart(Measure measure, Period period) => new(
        "recorded-in-part",
        new($"{Name(measure)} 在期间 {Days(period)} 中只有一部分日期有记录；这样的变化出自记录而非业务，不予归因。", $"Only a part of the period {Days(period)} is on record for {Name(measure)}: a change from there is one of the record, not of the business, and is not attributed."),
        Facted(("measure", Name(measure)), ("period", Days(period))));

    internal static ExplanationRefusal SampleTooSmall(Measure measure, long cases, int least) => new(
        "sample-too-small",
        new($"{Name(measure)} 至少在一侧的样本不足：{cases} 例，至少需要 {least} 例。", $"{Name(measure)} rests on too few cases on at least one side: {cases}, and at least {least} are needed."),
        Facted(("measure", Name(measure)), ("sample", cases), ("minimum", least)));

    private static string Name(Measure measure) => $"{measure.Subject}.{measure.Name}";

    private static string Days(Period period) => string.Create(CultureInfo.InvariantCulture, $"{period.From:yyyy-MM-dd}..{period.To:yyyy-MM-dd}");

    private static Dictionary<string, object?> Facted(params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        Dictionary<string, object?> held = new(StringComparer.Ordinal);
        foreach ((string name, object? value) in facts)
        {
            held[name] = value;
        }

        return held;
    }
}
