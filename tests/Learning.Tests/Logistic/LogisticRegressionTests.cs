using System.Text.Json;
using ProdSales.Learning.Features;
using ProdSales.Learning.Logistic;
using ProdSales.Learning.Tests.Support;

namespace ProdSales.Learning.Tests.Logistic;

public sealed class LogisticRegressionTests
{
    [PythonFact]
    public void Coefficients_are_those_of_scikit_learn_to_six_digits()
    {
        (FeatureMatrix features, bool[] labels) = Worlds.Matrix(1500, 7, 11);
        JsonElement theirs = Python.Run(
            """
            import json, sys, numpy as np
            from sklearn.linear_model import LogisticRegression
            d = json.load(sys.stdin)
            out = []
            for ridge in (.1, 1, 30):
                m = LogisticRegression(C=1 / ridge, solver='newton-cholesky', tol=1e-10).fit(np.array(d['x']), d['y'])
                out.append(m.coef_[0].tolist() + m.intercept_.tolist())
            print(json.dumps(out))
            """,
            new { x = features.Rows(), y = labels.Bits() });

        double[] ridges = [.1, 1, 30];
        for (int at = 0; at < ridges.Length; at++)
        {
            double[] ours = LogisticRegression.Fit(features, labels, ridges[at], null, CancellationToken.None);
            double[] expected = theirs[at].Deserialize<double[]>()!;
            Assert.All(ours.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        }
    }

    [Fact]
    public void The_gradient_vanishes_at_the_fit_even_for_equal_columns_and_separable_rows()
    {
        FeatureMatrix features = new(40, 3);
        bool[] labels = new bool[40];
        for (int row = 0; row < 40; row++)
        {
            labels[row] = row >= 20;
            features.Set(row, 0, row - 19.5);
            features.Set(row, 1, row - 19.5);
        }

        double[] fitted = LogisticRegression.Fit(features, labels, .5, null, CancellationToken.None);

        Assert.Equal(fitted[0], fitted[1], 1e-9);
        Assert.Equal(0, fitted[2], 1e-9);
        double gradient = .5 * fitted[0];
        for (int row = 0; row < 40; row++)
        {
            gradient += (1 / (1 + Math.Exp(-LogisticRegression.Margin(features.Row(row), fitted))) - (labels[row] ? 1 : 0)) * (row - 19.5);
        }

        Assert.Equal(0, gradient, 1e-6);
    }

    [Fact]
    public void A_fit_stops_when_it_is_cancelled()
    {
        (FeatureMatrix features, bool[] labels) = Worlds.Matrix(50, 2, 1);

        Assert.Throws<OperationCanceledException>(() => LogisticRegression.Fit(features, labels, 1, null, new CancellationToken(true)));
    }
}
