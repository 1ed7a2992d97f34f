using System.Globalization;
using ProdSales.Semantics;
using ProdSales.Support;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ProdSales.SemanticsTests.Cases;

/// <summary>A question with SQL written by hand from docs/metrics.md that must give the same rows.</summary>
public sealed class MetricCase
{
    public string Name { get; set; } = "";

    public string Subject { get; set; } = "";

    public List<string> Measures { get; set; } = [];

    public List<string> By { get; set; } = [];

    public string From { get; set; } = "2024-01-01";

    public string To { get; set; } = "2025-12-31";

    public string AsOf { get; set; } = "2025-10-01";

    public Dictionary<string, string> Where { get; set; } = [];

    public string Check { get; set; } = "";

    public static IReadOnlyList<MetricCase> All { get; } =
    [
        .. Directory.GetFiles(Repository.PathOf("tests", "Semantics.Tests", "Cases"), "*.cases.yaml").Order(StringComparer.Ordinal)
            .SelectMany(path => new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build()
                .Deserialize<List<MetricCase>>(File.ReadAllText(path))),
    ];

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
            Period = new Period(Day(From), Day(To)),
            AsOf = Day(AsOf),
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
        Comparison? comparison = parts.Length == 1 ? null : parts[1] == "previous" ? Comparison.PreviousPeriod : Comparison.SamePeriodLastYear;
        return new MeasureRequest(subject.Measure(parts[0])!, comparison);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
