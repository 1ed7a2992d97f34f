using ProdSales.Learning.Explanation;
using ProdSales.Learning.Splitting;

namespace ProdSales.Learning.Selection;

/// <summary>Judges the whole way of learning, with all its choices, on rows that no choice saw.</summary>
public static class HoldOut
{
    /// <summary>Learns from the one part and scores the other, split by split.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="splits">The splits.</param>
    /// <param name="settings">How to learn.</param>
    /// <param name="cancellation">Passed on to learning.</param>
    /// <returns>One result a split; its model is null where learning was refused, and its scores are empty then.</returns>
    public static IEnumerable<HeldOutPart> Judge(LearnData data, IEnumerable<Split> splits, LearnSettings settings, CancellationToken cancellation)
    {
        foreach (Split split in splits)
        {
            LearnOutcome outcome = Learner.Learn(data.Take(split.Train), settings, cancellation);
            RowScore[] scores = outcome.Model?.Score(data.Features.Take(split.Test)) ?? [];
            yield return new HeldOutPart(split, outcome, [.. scores.Select(score => score.Probability)], [.. split.Test.Select(row => data.Labels[row])]);
        }
    }
}
