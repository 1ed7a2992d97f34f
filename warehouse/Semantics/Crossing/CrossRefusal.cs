namespace ProdSales.Semantics;

/// <summary>Why a cross is not answered.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Message">The thing, the value and what is allowed.</param>
/// <param name="Facts">The same for programs.</param>
public sealed record CrossRefusal(string Code, LocalisedText Message, IReadOnlyDictionary<string, object?> Facts)
{
    internal static CrossRefusal DimensionNotCrossed(Cross cross, Dimension by)
    {
        string allowed = string.Join(", ", cross.By.Select(dimension => dimension.Name));
        return new(
            "dimension-not-crossed",
            new($"{cross.Name} 不能按 {by.Name} 交叉;可用 {allowed}。", $"{cross.Name} cannot be cut by {by.Name}; it can by {allowed}."),
            new Dictionary<string, object?> { ["cross"] = cross.Name, ["dimension"] = by.Name, ["allowed"] = cross.By.Select(dimension => dimension.Name).ToArray() });
    }

    internal static CrossRefusal LagOutOfRange(Cross cross, int lag)
    {
        int most = cross.Step is null ? 0 : MostLag;
        return new(
            "lag-out-of-range",
            new($"lag: {lag} 必须在 0 与 {most} 之间。", $"lag: {lag} must lie between 0 and {most}."),
            new Dictionary<string, object?> { ["lag"] = lag, ["most"] = most });
    }

    internal static CrossRefusal Unavailable(Cross cross, UnavailableMeasure reason) =>
        new(
            reason.Code,
            new(
                $"{cross.Name} 无法计算:指标 {reason.Measure} 不可用({reason.Code} {reason.Dimension ?? reason.Source})。",
                $"{cross.Name} cannot be worked out: {reason.Measure} is not available ({reason.Code} {reason.Dimension ?? reason.Source})."),
            new Dictionary<string, object?> { ["cross"] = cross.Name, ["measure"] = reason.Measure, ["dimension"] = reason.Dimension, ["source"] = reason.Source });

    /// <summary>The longest lag that is looked at.</summary>
    internal const int MostLag = 12;
}
