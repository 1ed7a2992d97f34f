using System.Globalization;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Drilling;

/// <summary>One level of a random drill-down: what it is cut by, what it tells, and which of its rows it asks for.</summary>
internal sealed record DrillLevel
{
    /// <summary>The dimension, or null for steps of time.</summary>
    internal Dimension? Dimension { get; init; }

    internal TimeGrain Grain { get; init; }

    internal bool EveryStep { get; init; }

    internal required IReadOnlyList<Measure> Measures { get; init; }

    internal Comparison? Compared { get; init; }

    /// <summary>Ordered by this measure; null by the member, where it is ordered at all.</summary>
    internal Measure? OrderedBy { get; init; }

    internal string? Direction { get; init; }

    internal Measure? Limited { get; init; }

    internal string Test { get; init; } = "gt";

    internal decimal Limit { get; init; }

    internal int? First { get; init; }

    /// <summary>The field that tells its rows apart.</summary>
    internal string KeyField => Dimension is null ? "period" : Dimension.Member?.Id is null ? Names.Camel(Dimension.Name) : $"{Names.Camel(Dimension.Name)}Id";

    /// <summary>The level with everything that chooses and orders its rows.</summary>
    internal string Text(string inner) => Written(
        [
            .. Limited is null ? (string[])[] : [string.Create(CultureInfo.InvariantCulture, $"where: {{ {Names.Camel(Limited.Name)}: {{ {Test}: {Limit} }} }}")],
            .. Direction is null ? (string[])[] : [$"orderBy: {{ {(OrderedBy is null ? "member" : Names.Camel(OrderedBy.Name))}: {Direction} }}"],
            .. First is { } first ? [$"first: {first}"] : (string[])[],
        ],
        Told,
        inner);

    /// <summary>The level with all of its rows, by their names where they are ordered.</summary>
    internal string Unbounded(string inner) => Written(Whole, Told, inner);

    /// <summary>All rows of the level with nothing but what tells them apart.</summary>
    internal string Bare(string inner) => Written(Whole, "", inner);

    /// <summary>The values that it tells, as fields of a row.</summary>
    internal string Told => $"{Fields(Measures.Concat(Judged))}{(Compared is null || Measures.Count == 0 ? "" : $" compared: compare(to: {Compared.Name.ToUpperInvariant()}) {{ {Fields(Measures)} }}")}";

    /// <summary>The condition of the subject that keeps the rows of one member alone.</summary>
    internal string FilterTo(string? key) => $"{KeyField}: {{ eq: {(key is null ? "null" : System.Text.Json.JsonSerializer.Serialize(key))} }}";

    private IEnumerable<Measure> Judged => new[] { OrderedBy, Limited }.OfType<Measure>();

    private string[] Whole => [.. Direction is null ? (string[])[] : [$"orderBy: {{ member: {(OrderedBy is null ? Direction : "ASC")} }}"], "first: 10000"];

    private string Written(IEnumerable<string> arguments, string told, string inner)
    {
        string[] all = [.. Dimension is null ? [$"grain: {Grain.ToString().ToUpperInvariant()}, everyStep: {(EveryStep ? "true" : "false")}"] : (string[])[], .. arguments];
        string field = Dimension is null ? "overTime" : Names.Camel($"by_{Dimension.Name}");
        return $"cut: {field}{(all.Length == 0 ? "" : $"({string.Join(", ", all)})")} {{ key: {KeyField} {told} {inner} }}";
    }

    private static string Fields(IEnumerable<Measure> measures) => string.Join(' ', measures.Select(measure => Names.Camel(measure.Name)).Distinct(StringComparer.Ordinal));
}
