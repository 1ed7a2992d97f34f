using System.Globalization;
using ProdSales.Semantics;

namespace ProdSales.Bench.Ssb;

/// <summary>One of the thirteen questions of the benchmark: for the planner, as the best SQL that we can write by hand, and in Malloy.</summary>
/// <param name="Name">Its number in the benchmark.</param>
/// <param name="Measure">The number asked for.</param>
/// <param name="Period">Its days.</param>
/// <param name="Keys">What it is cut by; "year" is a step of time.</param>
/// <param name="Filters">Its conditions on dimensions.</param>
/// <param name="Sql">The question in SQL: the keys, then the number.</param>
/// <param name="Malloy">The question in Malloy, over the source <c>lineorder</c>.</param>
internal sealed record SsbQuestion(string Name, string Measure, Period Period, string[] Keys, (string Dimension, string[] Members)[] Filters, string Sql, string Malloy)
{
    private static readonly DateOnly AsOf = new(1999, 1, 1);

    /// <summary>The question as the planner takes it.</summary>
    internal MetricQuery For(Subject subject)
    {
        CutField[] fields = [.. Keys.Where(key => key != "year").Select(key => new CutField(subject.Dimension(key)!, IsId: false))];
        CutRequest cut = new() { Measures = [new MeasureRequest(subject.Measure(Measure)!)], Fields = fields };
        for (int i = Keys.Length - 1; i >= 0; i--)
        {
            CutRequest keyed = Keys[i] == "year" ? new() { Grain = TimeGrain.Year } : new() { Dimension = subject.Dimension(Keys[i]) };
            cut = i == Keys.Length - 1 ? cut with { Grain = keyed.Grain, Dimension = keyed.Dimension } : keyed with { Cuts = [cut] };
        }

        return new MetricQuery
        {
            Subject = subject,
            Period = Period,
            AsOf = AsOf,
            Filters = [.. Filters.Select(filter => new MemberFilter(subject.Dimension(filter.Dimension)!, false, false, filter.Members))],
            Cuts = [cut],
        };
    }

    /// <summary>One row of an answer as text, for comparison.</summary>
    internal static string Row(IEnumerable<object?> keys, object value) =>
        string.Join('|', keys.Select(key => key is DateOnly day ? day.Year.ToString(CultureInfo.InvariantCulture) : Convert.ToString(key, CultureInfo.InvariantCulture)).Append(Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)));
}
