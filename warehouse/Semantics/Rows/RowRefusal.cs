using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>Why the rows of a number are not shown.</summary>
/// <param name="Code">
/// A code of <see cref="ScopeRefusal"/> or <see cref="UnavailableMeasure"/>, <c>period-ends-before-it-starts</c>, <c>first-out-of-range</c>, <c>last-out-of-range</c>,
/// <c>sample-too-small</c>, or <c>cursor-of-another-question</c>.
/// </param>
/// <param name="Message">The thing, the value and what is allowed, in both languages.</param>
/// <param name="Facts">The same for programs.</param>
public sealed record RowRefusal(string Code, LocalisedText Message, IReadOnlyDictionary<string, object?> Facts)
{
    internal static RowRefusal Of(ScopeRefusal refusal) => new(refusal.Code, refusal.Message, refusal.Facts);

    internal static RowRefusal Of(UnavailableMeasure reason) => new(
        reason.Code,
        new($"{reason.Measure} 没有数值（{reason.Code} {reason.Dimension ?? reason.Source}），因此也没有构成它的行。", $"{reason.Measure} has no number here ({reason.Code} {reason.Dimension ?? reason.Source}), so no rows make it."),
        new Dictionary<string, object?> { ["measure"] = reason.Measure, ["dimension"] = reason.Dimension, ["source"] = reason.Source });

    internal static RowRefusal NotNested(Measure measure) => new(
        "rows-not-nested",
        new($"{measure.Name} 的行不能列在切分之下：它跨多个事实、取区间内的某些日子，或要求最少样本；请用根字段 rows 单独询问。", $"Rows of {measure.Name} cannot stand under a cut: it is made of several facts, of certain days of a period, or demands a sample; ask for them by the root field rows."),
        new Dictionary<string, object?> { ["measure"] = measure.Name });

    internal static RowRefusal SampleTooSmall(Measure measure, long cases, int least) => new(
        "sample-too-small",
        new($"{measure.Name} 的样本不足（{cases} 例，至少需要 {least} 例），因此不显示构成它的行。", $"{measure.Name} rests on {cases} cases, and at least {least} are needed, so the rows that make it are not shown."),
        new Dictionary<string, object?> { ["measure"] = measure.Name, ["sample"] = cases, ["minimum"] = least });

    internal static RowRefusal PeriodEndsBeforeItStarts(Period period) => new(
        "period-ends-before-it-starts",
        new($"期间 {Day(period.From)} 至 {Day(period.To)} 的结束早于开始。", $"The period from {Day(period.From)} to {Day(period.To)} ends before it starts."),
        new Dictionary<string, object?> { ["from"] = Day(period.From), ["to"] = Day(period.To) });

    internal static RowRefusal SizeOutOfRange(RowRequest request)
    {
        (string name, int size) = request.Last is { } last ? ("last", last) : ("first", request.First);
        return new(
            $"{name}-out-of-range",
            new($"{name}: {size} 必须在 1 与 {RowRequest.MostRows} 之间。", $"{name}: {size} must lie between 1 and {RowRequest.MostRows}."),
            new Dictionary<string, object?> { [name] = size, ["most"] = RowRequest.MostRows });
    }

    internal static RowRefusal CursorOfAnotherQuestion(string argument) => new(
        "cursor-of-another-question",
        new($"{argument} 的游标不属于这个问题；请从第一页开始，并保持指标、期间、筛选和主体不变。", $"The cursor of {argument} is not of this question; begin with the first page and keep measure, period, filters and principal."),
        new Dictionary<string, object?> { ["argument"] = argument });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
