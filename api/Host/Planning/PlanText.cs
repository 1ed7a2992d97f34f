using System.Globalization;
using ProdSales.Host.Speech;
using ProdSales.Planning.Intervals;
using ProdSales.Planning.Running;

namespace ProdSales.Host.Planning;

/// <summary>Says what forecasting from an origin came to.</summary>
internal static class PlanText
{
    private const int MostNamed = 10;

    internal static IEnumerable<string> Lines(PlanningResult result, Speaker speaker)
    {
        yield return speaker.Say(
            $"plan.{Code(result.Outcome)}",
            ("series", result.Series.Name),
            ("origin", result.Origin.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("leaves", result.Leaves),
            ("rows", result.Rows),
            ("methods", string.Join(", ", result.Methods)),
            ("calendar", speaker.Say($"plan.calendar-{result.Calendar.ToString().ToLowerInvariant()}")),
            ("reconciliation", result.Reconciliation.ToString()));
        if (result.WithoutHistory.Count > 0)
        {
            yield return "  " + speaker.Say(
                "plan.without-history",
                ("items", result.WithoutHistory.Count),
                ("names", string.Join(", ", result.WithoutHistory.Take(MostNamed)) + (result.WithoutHistory.Count > MostNamed ? ", …" : "")));
        }

        foreach (IntervalShortage lack in result.WithoutIntervals)
        {
            yield return "  " + speaker.Say(
                "plan.without-intervals",
                ("method", lack.Method),
                ("step", lack.Step),
                ("errors", lack.Errors),
                ("origins", lack.Origins),
                ("fewest", IntervalShortage.FewestErrors),
                ("fewestorigins", IntervalShortage.FewestOrigins));
        }

        foreach (string problem in result.Problems)
        {
            yield return "  " + speaker.Say("plan.problem", ("detail", problem));
        }
    }

    private static string Code(PlanningOutcome outcome) => outcome switch
    {
        PlanningOutcome.Loaded => "loaded",
        PlanningOutcome.AlreadyThere => "already-there",
        PlanningOutcome.TooShort => "too-short",
        _ => "refused",
    };
}
