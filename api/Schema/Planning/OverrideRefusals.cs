using System.Globalization;
using ProdSales.Planning.Overriding;

namespace ProdSales.Schema;

/// <summary>Why an override is not kept, in both languages.</summary>
internal static class OverrideRefusals
{
    internal static Refusal NoSuchSeries(string name, IEnumerable<string> known) => new(
        "no-such-series",
        new($"没有可预测的序列“{name}”；可用 {string.Join("、", known)}。", $"There are no series \"{name}\" to forecast; there are {string.Join(", ", known)}."),
        new Dictionary<string, object?> { ["measure"] = name });

    internal static Refusal ScopeNarrowed() => new(
        "scope-narrowed",
        new("只有能看到全部预测的人才能调整预测；您的角色只能看到一部分。", "Only those who see all forecasts may override them; your roles show a part."),
        new Dictionary<string, object?>());

    internal static Refusal Of(OverrideRefusal refusal, OverrideRequest request) => refusal switch
    {
        OverrideRefusal.ReasonMissing => Refusal.ReasonMissing(),
        OverrideRefusal.NegativeValue => new(
            "negative-value", new($"value {request.Value} 不能为负。", $"value {request.Value} must not be negative."), new Dictionary<string, object?> { ["value"] = request.Value }),
        OverrideRefusal.PeriodIsOver => new(
            "period-is-over", new($"包含 {Day(request)} 的期间已结束，不能再预测。", $"The period of {Day(request)} is over and can no longer be forecast."), Period(request)),
        _ => new(
            "no-forecast-to-override",
            new($"没有 {request.Measure} 在 {Day(request)} 的统计预测可供调整；请先运行 prodsales plan，并核对区域、产品线、员工与产品。", $"There is no statistical forecast of {request.Measure} for {Day(request)} to override; run 'prodsales plan' first, and look at region, line, employee and product."),
            Period(request)),
    };

    private static string Day(OverrideRequest request) => request.Period.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> Period(OverrideRequest request) => new() { ["measure"] = request.Measure, ["period"] = Day(request) };
}
