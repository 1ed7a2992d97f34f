using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Features;
using ProdSales.Learning.Logistic;
using ProdSales.Learning.Splitting;
using ProdSales.Predictions.Trial;

namespace ProdSales.Bench.Models.Service;

/// <summary>A small market with known chances: what comes follows from three features, of which models see some. Two models are learned and score side by side.</summary>
/// <param name="seed">Decides everything.</param>
internal sealed class ChallengerWorld(uint seed)
{
    internal const int Customers = 300;
    internal const int RowsOfCycle = 900;

    private const int LearnedRows = 1500;
    private static readonly double[] Weights = [1, .8, .6];
    private readonly MersenneTwister _random = new(seed);

    /// <summary>Scores of one cycle by a champion and a challenger that see the first so many features; a blunted one was learned from outcomes of which a share was drawn anew.</summary>
    internal List<TrialRow> Cycle(int championSees, int challengerSees, double blunted = 0)
    {
        double[] champion = Learned(championSees, 0);
        double[] challenger = Learned(challengerSees, blunted);
        List<TrialRow> rows = [];
        for (int at = 0; at < RowsOfCycle; at++)
        {
            (double[] features, bool outcome) = Draw();
            rows.Add(new TrialRow(new DateOnly(2026, 1, 1).AddDays(at * 30 / RowsOfCycle), $"C{at % Customers}", Said(champion, features), Said(challenger, features), outcome));
        }

        return rows;
    }

    private static double Said(double[] coefficients, double[] features) =>
        LogOdds.ToProbability(LogisticRegression.Margin(features.AsSpan(0, coefficients.Length - 1), coefficients));

    private double[] Learned(int sees, double blunted)
    {
        FeatureMatrix matrix = new(LearnedRows, sees);
        bool[] labels = new bool[LearnedRows];
        for (int row = 0; row < LearnedRows; row++)
        {
            (double[] features, labels[row]) = Draw();
            for (int column = 0; column < sees; column++)
            {
                matrix.Set(row, column, features[column]);
            }

            labels[row] = Uniform() < blunted ? Uniform() < .3 : labels[row];
        }

        return LogisticRegression.Fit(matrix, labels, 1, null, CancellationToken.None);
    }

    private (double[] Features, bool Outcome) Draw()
    {
        double[] features = [Normal(), Normal(), Normal()];
        double margin = -1 + features.Zip(Weights, (value, weight) => value * weight).Sum();
        return (features, Uniform() < LogOdds.ToProbability(margin));
    }

    private double Uniform() => (_random.Next() + .5) / 4294967296.0;

    private double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());
}
