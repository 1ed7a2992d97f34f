namespace ProdSales.Schema;

/// <summary>Why a question is not answered.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Message">The thing, the value and what is allowed.</param>
/// <param name="Facts">The same for programs.</param>
internal sealed record Refusal(string Code, string Message, IReadOnlyDictionary<string, object?> Facts)
{
    internal static Refusal PeriodEndsBeforeItStarts(DateOnly from, DateOnly to) =>
        new(
            "period-ends-before-it-starts",
            $"The period from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} ends before it starts.",
            new Dictionary<string, object?> { ["from"] = $"{from:yyyy-MM-dd}", ["to"] = $"{to:yyyy-MM-dd}" });

    internal static Refusal PeriodOutOfRange(DateOnly from, DateOnly to) =>
        new(
            "period-out-of-range",
            $"The period from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} must lie between {SelectionReader.FirstDay:yyyy-MM-dd} and {SelectionReader.LastDay:yyyy-MM-dd}.",
            new Dictionary<string, object?> { ["from"] = $"{from:yyyy-MM-dd}", ["to"] = $"{to:yyyy-MM-dd}" });

    internal static Refusal FirstOutOfRange(int first) =>
        new(
            "first-out-of-range",
            $"first: {first} must lie between 1 and {SelectionReader.MostRows}.",
            new Dictionary<string, object?> { ["first"] = first, ["most"] = SelectionReader.MostRows });

    internal static Refusal CutRepeated(string cut) =>
        new("cut-repeated", $"{cut} stands inside {cut}; cut by each dimension once on the way down.", new Dictionary<string, object?> { ["cut"] = cut });
}
