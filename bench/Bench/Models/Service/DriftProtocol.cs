using ProdSales.Learning.Data;
using ProdSales.Predictions.Monitoring;

namespace ProdSales.Bench.Models.Service;

/// <summary>How soon a shift is called, and how often nothing is.</summary>
internal sealed class DriftProtocol : IProtocol
{
    private const int Seeds = 60;
    private const int ReferenceWeeks = 26;
    private const int QuietDays = 26 * 7;
    private const int MostDays = 60;

    /// <inheritdoc/>
    public string Id => "S5";

    /// <inheritdoc/>
    public string Question =>
        $"{Seeds} companies of {DriftWorld.Subjects} open subjects and {DriftWorld.Columns} columns, 2 % of the subjects new each day; {ReferenceWeeks} weeks of reference, {QuietDays / 7} quiet weeks looked at daily, then one column "
        + "shifts by .9 of its standard deviation: days until its alarm, and alarms of any column in quiet weeks.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => null;

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        List<int> days = [];
        int falseAlarms = 0;
        for (uint seed = 1001; seed < 1001 + Seeds; seed++)
        {
            (int called, int quiet) = Drill(seed);
            days.Add(called);
            falseAlarms += quiet;
        }

        days.Sort();
        yield return new Figure("days until the alarm, median", days[Seeds / 2], Bar.AtMost(30, 14, 7));
        yield return new Figure("days until the alarm, 95th percentile", days[(int)(Seeds * .95) - 1], Bar.AtMost(30, 14, 7), $"{MostDays} stands for none");
        yield return new Figure("false alarms in 100 quiet weeks, all columns", 100d * falseAlarms / (Seeds * QuietDays / 7d), Bar.AtMost(5, 2, 1), $"{Seeds * QuietDays / 7} weeks; limits were chosen on companies of other seeds");
    }

    private static (int Days, int FalseAlarms) Drill(uint seed)
    {
        DriftWorld world = new(seed);
        Table[] weeks = [.. Enumerable.Range(0, ReferenceWeeks * 7).Select(_ => world.NextDay()).Where((_, day) => day % 7 == 0)];
        DriftTest test = new(ReferenceProfile.Of(weeks), new Dictionary<string, double>());
        HashSet<string> standing = [];
        int falseAlarms = 0;
        for (int day = 0; day < QuietDays; day++)
        {
            HashSet<string> above = Above(test, world);
            falseAlarms += above.Count(column => !standing.Contains(column));
            standing = above;
        }

        world.Shift();
        for (int day = 1; day < MostDays; day++)
        {
            if (Above(test, world).Contains("c0"))
            {
                return (day, falseAlarms);
            }
        }

        return (MostDays, falseAlarms);
    }

    private static HashSet<string> Above(DriftTest test, DriftWorld world) =>
        [.. test.Look(world.NextDay(), 1).Where(figure => figure.Sum > DriftTest.Limit).Select(figure => figure.Column)];
}
