using ProdSales.Bench.Models.Service;
using ProdSales.Predictions.Trial;

namespace ProdSales.Predictions.Tests.Trial;

/// <summary>Markets with known chances, in which one model is better than the other by making.</summary>
public sealed class ChallengerDrillTests
{
    private const uint Seeds = 40;

    [Fact]
    public void A_worse_challenger_is_promoted_in_no_market()
    {
        for (uint seed = 1; seed <= Seeds; seed++)
        {
            Assert.NotEqual(TrialDecision.Promote, Judged(seed, 2, 1).Decision);
        }
    }

    [Fact]
    public void A_better_challenger_is_promoted_within_one_cycle()
    {
        int promoted = Enumerable.Range(1, (int)Seeds).Count(seed => Judged((uint)seed, 1, 2) is { Decision: TrialDecision.Promote, Cycle: 1 });

        Assert.True(promoted >= 0.95 * Seeds, $"{promoted} of {Seeds}");
    }

    private static TrialVerdict Judged(uint seed, int championSees, int challengerSees) =>
        TrialRule.Judge(new ChallengerWorld(seed).Cycle(championSees, challengerSees), 0, new TrialSettings { Samples = 500 });
}
