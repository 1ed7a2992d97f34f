using ProdSales.Learning.Data;

namespace ProdSales.Learning.Explanation;

/// <summary>Picks the strongest reasons of a score.</summary>
public static class Reasons
{
    /// <summary>The columns that add most in one direction, strongest first; columns that add nothing are no reasons.</summary>
    /// <param name="score">The score.</param>
    /// <param name="columns">The columns of the model, in its order.</param>
    /// <param name="table">The rows that were scored.</param>
    /// <param name="row">The row of the score.</param>
    /// <param name="isFor">True for what raises the probability, false for what lowers it.</param>
    /// <param name="most">The most reasons.</param>
    public static IReadOnlyList<Reason> Strongest(RowScore score, IReadOnlyList<string> columns, Table table, int row, bool isFor, int most = 5) =>
    [
        .. Enumerable.Range(0, score.Contributions.Length)
            .Where(at => isFor ? score.Contributions[at] > 0 : score.Contributions[at] < 0)
            .OrderByDescending(at => Math.Abs(score.Contributions[at])).ThenBy(at => at)
            .Take(most)
            .Select((at, place) => new Reason(place + 1, columns[at], table.Column(columns[at]).TextOf(row), score.Contributions[at])),
    ];

    /// <summary>How much each column moves scores in the mean, as a share of all: the most important first.</summary>
    public static IReadOnlyList<(string Column, double Share)> Overall(IReadOnlyList<RowScore> scores, IReadOnlyList<string> columns)
    {
        double[] sums = [.. columns.Select((_, at) => scores.Sum(score => score.Contributions.Length > at ? Math.Abs(score.Contributions[at]) : 0))];
        double all = sums.Sum();
        return [.. columns.Select((column, at) => (column, Share: all > 0 ? sums[at] / all : 0)).OrderByDescending(pair => pair.Share)];
    }
}
