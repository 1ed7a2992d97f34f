using ProdSales.Predictions.Trial;

namespace ProdSales.Bench.Models.Service;

/// <summary>Whether the trial lets better challengers serve and no worse ones.</summary>
internal sealed class ChallengerProtocol : IProtocol
{
    private const int Seeds = 200;

    /// <inheritdoc/>
    public string Id => "S6";

    /// <inheritdoc/>
    public string Question =>
        $"{Seeds} markets of known chances each: a challenger that sees one feature fewer or learned from spoiled outcomes, one that sees one more, and one like the champion; "
        + $"{ChallengerWorld.RowsOfCycle} scores of {ChallengerWorld.Customers} customers a cycle, six cycles at most, by the rule that the service follows.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => null;

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        (double worse, _, _) = Share(2, 1, 0);
        yield return new Figure("worse challenger promoted, share of markets", worse, Bar.AtMost(0, 0, 0), "sees one feature fewer");
        (double blunt, _, _) = Share(3, 3, .5);
        yield return new Figure("worse challenger promoted, spoiled outcomes", blunt, Bar.AtMost(0, 0, 0), "half of its outcomes drawn anew");
        (double better, double cycles, double width) = Share(1, 2, 0);
        yield return new Figure("cycles until a better one is promoted, 95th percentile", cycles, Bar.AtMost(2, 1, 1), $"promoted in {better:P1} of markets; mean width of the interval {width:F4}");
        (double slightly, double more, _) = Share(2, 3, 0);
        yield return new Figure("the same where the further feature weighs less, 95th percentile", more, null, $"promoted in {slightly:P1} of markets");
        (double equal, _, _) = Share(2, 2, 0);
        yield return new Figure("equal challenger promoted, share of markets", equal, null, "both learned from rows of their own; it may be a little better or worse");
    }

    private static (double Promoted, double Cycles, double Width) Share(int champion, int challenger, double blunted)
    {
        List<int> cycles = [];
        double width = 0;
        TrialSettings settings = new();
        for (uint seed = 1; seed <= Seeds; seed++)
        {
            ChallengerWorld world = new(seed);
            List<TrialRow> rows = [];
            TrialVerdict verdict;
            int undecided = 0;
            do
            {
                rows.AddRange(world.Cycle(champion, challenger, blunted));
                verdict = TrialRule.Judge(rows, undecided++, settings);
            }
            while (verdict.Decision is TrialDecision.Wait);

            width += verdict.High - verdict.Low;
            cycles.Add(verdict.Decision is TrialDecision.Promote ? verdict.Cycle : int.MaxValue);
        }

        cycles.Sort();
        return (cycles.Count(count => count < int.MaxValue) / (double)Seeds, cycles[(int)(Seeds * .95) - 1], width / Seeds);
    }
}
