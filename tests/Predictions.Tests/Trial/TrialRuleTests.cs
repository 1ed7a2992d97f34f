using ProdSales.Predictions.Trial;

namespace ProdSales.Predictions.Tests.Trial;

/// <summary>The rule by which a challenger is judged, on scores made by hand.</summary>
public sealed class TrialRuleTests
{
    private static readonly TrialSettings Settings = new() { LeastOfEach = 10, MostCycles = 3 };

    [Fact]
    public void A_challenger_whose_loss_is_surely_lower_is_promoted()
    {
        TrialVerdict verdict = TrialRule.Judge(Rows(row => 0.5, row => row.Outcome ? 0.8 : 0.2), 0, Settings);

        Assert.Equal((TrialDecision.Promote, "better", 1), (verdict.Decision, verdict.Reason, verdict.Cycle));
        Assert.Equal(Math.Log(0.5 / 0.8), verdict.Difference, 12);
        Assert.Equal(Math.Log(0.5 / 0.8), verdict.Low, 12);
        Assert.Equal((0.5, 1), (verdict.ChampionAuc, verdict.ChallengerAuc));
        Assert.Equal((100, 20, 40), (verdict.Rows, verdict.Groups, verdict.Positives));
    }

    [Fact]
    public void A_challenger_whose_loss_is_surely_higher_is_retired()
    {
        TrialVerdict verdict = TrialRule.Judge(Rows(row => row.Outcome ? 0.8 : 0.2, row => 0.5), 0, Settings);

        Assert.Equal((TrialDecision.Retire, "worse"), (verdict.Decision, verdict.Reason));
    }

    [Fact]
    public void A_challenger_that_ranks_far_worse_is_not_promoted_for_its_loss()
    {
        // The champion ranks without a fault and is far too sure of itself; the challenger says the base rate.
        TrialVerdict verdict = TrialRule.Judge(Rows(row => row.Outcome ? 0.99 : 0.985, row => 0.4), 0, Settings);

        Assert.True(verdict.High < 0);
        Assert.Equal((TrialDecision.Retire, "ranks-worse"), (verdict.Decision, verdict.Reason));
    }

    [Theory]
    [InlineData(0, TrialDecision.Wait, "no-difference")]
    [InlineData(1, TrialDecision.Wait, "no-difference")]
    [InlineData(2, TrialDecision.Retire, "undecided-too-long")]
    public void A_challenger_that_is_neither_waits_for_so_many_cycles(int before, TrialDecision decision, string reason)
    {
        TrialVerdict verdict = TrialRule.Judge(Rows(row => row.At % 2 == 0 ? 0.41 : 0.4, row => row.At % 2 == 0 ? 0.4 : 0.41), before, Settings);

        Assert.Equal((decision, reason, before + 1), (verdict.Decision, verdict.Reason, verdict.Cycle));
    }

    [Fact]
    public void Too_few_outcomes_decide_nothing_and_are_no_cycle()
    {
        TrialVerdict verdict = TrialRule.Judge([.. Rows(row => 0.5, row => row.Outcome ? 0.8 : 0.2).Where(row => row.Outcome)], 2, Settings);

        Assert.Equal((TrialDecision.Wait, "too-few-outcomes", 2), (verdict.Decision, verdict.Reason, verdict.Cycle));
        Assert.Equal("too-few-outcomes", TrialRule.Judge([], 0, Settings).Reason);
    }

    [Fact]
    public void Many_scores_of_one_customer_weigh_as_one_when_the_interval_is_made()
    {
        IReadOnlyList<TrialRow> apart = Rows(row => 0.5, row => row.At % 3 == 0 == row.Outcome ? 0.6 : 0.4);
        TrialVerdict one = TrialRule.Judge([.. apart.Select((row, at) => row with { Group = $"{at}" })], 0, Settings);
        TrialVerdict ten = TrialRule.Judge([.. apart.SelectMany((row, at) => Enumerable.Repeat(row with { Group = $"{at}" }, 10))], 0, Settings);

        Assert.Equal(one.Difference, ten.Difference, 12);
        Assert.Equal(one.High - one.Low, ten.High - ten.Low, 12);
    }

    private static List<TrialRow> Rows(Func<(int At, bool Outcome), double> champion, Func<(int At, bool Outcome), double> challenger) =>
    [
        .. Enumerable.Range(0, 100).Select(at => (At: at, Outcome: at % 5 < 2))
            .Select(row => new TrialRow(new DateOnly(2026, 1, 1).AddDays(row.At), $"C{row.At % 20}", champion(row), challenger(row), row.Outcome)),
    ];
}
