using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>Why an appraisal is not made.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Message">The thing, the value and what is allowed.</param>
/// <param name="Facts">The same for programs.</param>
public sealed record AppraisalRefusal(string Code, LocalisedText Message, IReadOnlyDictionary<string, object?> Facts)
{
    /// <summary>The reason why a request cannot be answered at all, or null.</summary>
    internal static AppraisalRefusal? Of(AppraisalRequest request)
    {
        foreach ((string name, Period period) in new[] { ("before", request.Before), ("after", request.After) })
        {
            if (period.From.Day != 1 || period.To.AddDays(1).Day != 1 || period.To < period.From)
            {
                return MonthsNotWhole(name, period);
            }
        }

        if (request.After.From <= request.Before.To)
        {
            return new(
                "periods-out-of-order",
                new($"after 从 {Day(request.After.From)} 开始,必须晚于 before 结束的 {Day(request.Before.To)}。", $"after begins on {Day(request.After.From)}; it must begin later than {Day(request.Before.To)}, when before ends."),
                new Dictionary<string, object?> { ["before"] = Day(request.Before.To), ["after"] = Day(request.After.From) });
        }

        if (request.After.To >= request.AsOf)
        {
            return new(
                "after-not-over",
                new($"after 到 {Day(request.After.To)} 为止,必须在提问日 {Day(request.AsOf)} 之前结束。", $"after ends on {Day(request.After.To)}; it must be over by the day of the question, {Day(request.AsOf)}."),
                new Dictionary<string, object?> { ["after"] = Day(request.After.To), ["asOf"] = Day(request.AsOf) });
        }

        if (request.Cost is <= 0)
        {
            string cost = request.Cost.Value.ToString(CultureInfo.InvariantCulture);
            return new("cost-not-positive", new($"cost:{cost} 必须大于 0。", $"cost: {cost} must be above 0."), new Dictionary<string, object?> { ["cost"] = request.Cost });
        }

        return Shared(request) is { } member
            ? new(
                "member-on-both-sides",
                new($"{request.Treated.Dimension.Name} 的成员“{member}”既在被改变的一方,又在对照的一方;只能在一方。", $"\"{member}\" of {request.Treated.Dimension.Name} is among the changed and among those compared with; it can be on one side only."),
                new Dictionary<string, object?> { ["dimension"] = request.Treated.Dimension.Name, ["member"] = member })
            : null;
    }

    private static string? Shared(AppraisalRequest request) =>
        request.Control is { IsExcluding: false } control && control.Dimension == request.Treated.Dimension && control.IsById == request.Treated.IsById
            ? control.Values.OfType<string>().FirstOrDefault(request.Treated.Values.Contains)
            : null;

    private static AppraisalRefusal MonthsNotWhole(string name, Period period) => new(
        "months-not-whole",
        new(
            $"{name}:{Day(period.From)} 至 {Day(period.To)} 必须是整月,从某月一日到月末。",
            $"{name}: {Day(period.From)} to {Day(period.To)} must be whole months, from the first of a month to the last day of one."),
        new Dictionary<string, object?> { ["period"] = name, ["from"] = Day(period.From), ["to"] = Day(period.To) });

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
