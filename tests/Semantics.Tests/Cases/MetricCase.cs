using System.Globalization;
using ProdSales.Semantics;
using ProdSales.Support;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ProdSales.SemanticsTests.Cases;

/// <summary>A question, and SQL written by hand from docs/metrics.md or rows worked out by hand that it must give.</summary>
public sealed class MetricCase
{
    public string Name { get; set; } = "";

    public string Subject { get; set; } = "";

    public List<string> Measures { get; set; } = [];

    public List<string> By { get; set; } = [];

    public string? From { get; set; }

    public string? To { get; set; }

    public string? AsOf { get; set; }

    /// <summary>Whose attributes count: <c>as_is</c> or a day; those of the row where nothing is said.</summary>
    public string? History { get; set; }

    public Dictionary<string, string> Where { get; set; } = [];

    public string Check { get; set; } = "";

    /// <summary>What the innermost cut gives, by the names of its keys and measures; instead of a check.</summary>
    public List<Dictionary<string, string>> Rows { get; set; } = [];

    /// <summary>The cases with SQL, over the small plant.</summary>
    public static IReadOnlyList<MetricCase> All { get; } = In("Cases");

    /// <summary>The cases with figures worked out by hand, over the small company: half a year, asked on the day after it.</summary>
    public static IReadOnlyList<MetricCase> ByHand { get; } = In("ByHand");

    /// <summary>The cases at the edges of the definitions, over the letter company.</summary>
    public static IReadOnlyList<MetricCase> ToTheLetter { get; } = [.. In("ToTheLetter").Where(known => known.IsByHand)];

    /// <summary>The cases over the company of a stranger, told in several loads.</summary>
    public static IReadOnlyList<MetricCase> Stranger { get; } = In("Stranger");

    /// <summary>The cases with a view of the definitions, over some thousand made-up rows of feeds.</summary>
    public static IReadOnlyList<MetricCase> OfViews { get; } = [.. In("ToTheLetter").Where(known => !known.IsByHand)];

    public override string ToString() => Name;

    /// <summary>The question: one cut inside the other, the measures in the innermost.</summary>
    public MetricQuery Query()
    {
        Subject subject = ModelReader.Shipped.Subject(Subject)!;
        CutRequest cut = new() { Measures = [.. Measures.Select(name => RequestOf(subject, name))] };
        CutField[] fields = [.. By.Select(subject.Dimension).OfType<Dimension>().Select(dimension => new CutField(dimension, false))];
        for (int i = By.Count - 1; i >= 0; i--)
        {
            bool isTime = Enum.TryParse(By[i], ignoreCase: true, out TimeGrain grain);
            CutRequest keyed = cut with { Dimension = isTime ? null : subject.Dimension(By[i]), Grain = isTime ? grain : null, Fields = i == By.Count - 1 ? fields : [] };
            cut = i == 0 ? keyed : new CutRequest { Cuts = [keyed] };
        }

        return new MetricQuery
        {
            Subject = subject,
            Period = new Period(Day(From ?? (IsByHand ? "2025-01-01" : "2024-01-01")), Day(To ?? (IsByHand ? "2025-06-30" : "2025-12-31"))),
            AsOf = Day(AsOf ?? (IsByHand ? "2025-07-01" : "2026-01-01")),
            History = History switch { null => Semantics.History.AsWas, "as_is" => Semantics.History.AsIs, { } day => Semantics.History.On(Day(day)) },
            Filters = [.. Where.Select(pair => FilterOf(subject, pair.Key, pair.Value))],
            Cuts = [cut],
        };
    }

    /// <summary>Columns of the innermost cut: keys, then measures.</summary>
    public IReadOnlyList<string> Columns() =>
    [
        .. By.Select(name => Enum.TryParse<TimeGrain>(name, ignoreCase: true, out _) ? "period" : name),
        .. Measures.Select(name => RequestOf(ModelReader.Shipped.Subject(Subject)!, name).Column),
    ];

    private bool IsByHand => Rows.Count > 0;

    private static IReadOnlyList<MetricCase> In(string folder) =>
    [
        .. Directory.GetFiles(Repository.PathOf("tests", "Semantics.Tests", folder), "*.cases.yaml").Order(StringComparer.Ordinal)
            .SelectMany(path => new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build()
                .Deserialize<List<MetricCase>>(File.ReadAllText(path))),
    ];

    private static MemberFilter FilterOf(Subject subject, string key, string values)
    {
        bool isExcluding = key.EndsWith('!');
        string name = key.TrimEnd('!');
        bool isById = name.EndsWith("_id", StringComparison.Ordinal);
        Dimension dimension = subject.Dimension(isById ? name[..^3] : name)!;
        return new MemberFilter(dimension, isById, isExcluding, [.. values.Split('|').Select(value => value == "null" ? null : value)]);
    }

    private static MeasureRequest RequestOf(Subject subject, string name)
    {
        string[] parts = name.Split('@');
        return new MeasureRequest(subject.Measure(parts[0])!, parts.Length == 1 ? null : ComparisonOf(parts[1]));
    }

    private static Comparison ComparisonOf(string name)
    {
        string full = name.Replace("clipped_", "", StringComparison.Ordinal);
        full = full == "previous" ? "previous_period" : full == "last_year" ? "same_period_last_year" : full;
        Comparison comparison = Comparison.All.Single(known => known.Name == full);
        return full.Length < name.Length && name.StartsWith("clipped_", StringComparison.Ordinal) ? comparison.Clipped() : comparison;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
