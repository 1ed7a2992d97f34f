using System.Text.Json;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Splitting;
using ProdSales.Learning.Tests.Support;

namespace ProdSales.Learning.Tests.Evaluation;

public sealed class MetricsTests
{
    [PythonFact]
    public void Figures_are_those_of_scikit_learn_with_ties_and_all()
    {
        MersenneTwister random = new(17);
        double[] probabilities = [.. Enumerable.Range(0, 900).Select(_ => Math.Round(random.Uniform(), 2))];
        bool[] labels = [.. probabilities.Select(probability => random.Uniform() < probability * probability)];
        JsonElement theirs = Python.Run(
            """
            import json, sys, numpy as np
            from sklearn.metrics import roc_auc_score, log_loss, brier_score_loss, average_precision_score
            from sklearn.linear_model import LogisticRegression
            d = json.load(sys.stdin); p = np.array(d['p']); y = np.array(d['y'])
            c = np.clip(p, 1e-12, 1 - 1e-12)
            b = np.minimum((p * 10).astype(int), 9)
            ece = sum(abs(y[b == k].sum() - p[b == k].sum()) for k in range(10)) / len(y)
            slope = LogisticRegression(C=1e6, solver='newton-cholesky', tol=1e-10).fit(np.log(c / (1 - c)).reshape(-1, 1), y).coef_[0, 0]
            print(json.dumps([roc_auc_score(y, p), log_loss(y, c, eps=1e-12), brier_score_loss(y, p), average_precision_score(y, p), ece, slope]))
            """,
            new { p = probabilities, y = labels.Bits() });
        MetricSet ours = MetricSet.Of(probabilities, labels);

        double[] figures = [ours.Auc, ours.LogLoss, ours.Brier, ours.AveragePrecision, ours.CalibrationError, ours.CalibrationSlope];
        Assert.All(figures.Zip(theirs.Deserialize<double[]>()!), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [Fact]
    public void Figures_of_a_case_worked_out_by_hand()
    {
        double[] probabilities = [.9, .8, .7, .7, .4, .3, .2, .1, .1, 0];
        bool[] labels = [true, true, false, true, false, true, false, false, false, false];
        MetricSet figures = MetricSet.Of(probabilities, labels);

        // 24 pairs: the positives beat 6, 6, 5 and a half, and 4 of the six negatives.
        Assert.Equal(21.5 / 24, figures.Auc, 1e-12);
        Assert.Equal(2.5, figures.Lift, 1e-12);
        Assert.Equal((.01 + .04 + .49 + .09 + .16 + .49 + .04 + .01 + .01) / 10, figures.Brier, 1e-12);
        Assert.Equal((.1 + .2 + .4 + .4 + .7 + .2 + .2) / 10, figures.CalibrationError, 1e-12);
        Assert.Equal((.1 + .2 + .7 + .3 + .4 + .7 + .2 + .1 + .1) / 10, figures.CalibrationErrorOfTenths, 1e-12);
    }

    [Fact]
    public void One_class_gives_no_order_and_no_failure()
    {
        MetricSet figures = MetricSet.Of([.2, .4], [true, true]);

        Assert.True(double.IsNaN(figures.Auc) && double.IsNaN(figures.CalibrationSlope));
        Assert.Equal((Math.Log(1 / .2) + Math.Log(1 / .4)) / 2, figures.LogLoss, 1e-12);
    }

    [Fact]
    public void An_interval_holds_the_truth_about_as_often_as_it_says()
    {
        int held = 0;
        for (uint seed = 1; seed <= 100; seed++)
        {
            MersenneTwister random = new(seed);
            bool[] labels = [.. Enumerable.Range(0, 300).Select(_ => random.Uniform() < .3)];
            double[] probabilities = [.. labels.Select(_ => .3)];
            Interval interval = Bootstrap.Of(probabilities, labels, Metrics.Brier, 200, seed);
            held += interval.Low <= .21 && .21 <= interval.High ? 1 : 0;
        }

        Assert.InRange(held, 88, 100);
    }
}
