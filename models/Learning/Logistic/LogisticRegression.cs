using MathNet.Numerics.LinearAlgebra;
using ProdSales.Learning.Features;

namespace ProdSales.Learning.Logistic;

/// <summary>Logistic regression by iteratively reweighted least squares, with a ridge on every coefficient but the intercept.</summary>
/// <remarks>The minimum of Σ log-loss + ridge/2 · Σ coefficient²: what scikit-learn finds with C = 1/ridge.</remarks>
public static class LogisticRegression
{
    private const int MostSteps = 60;
    private const double Settled = 1e-10;

    /// <summary>Fits.</summary>
    /// <param name="features">Standardised features without missing values.</param>
    /// <param name="labels">One a row.</param>
    /// <param name="ridge">The strength of the penalty, above 0, so that the minimum exists even for separable rows and equal columns.</param>
    /// <param name="start">Coefficients to start from, as those of a neighbouring ridge; null starts from 0.</param>
    /// <param name="cancellation">Looked at in every step.</param>
    /// <returns>The coefficients; the intercept stands last.</returns>
    public static double[] Fit(FeatureMatrix features, ReadOnlySpan<bool> labels, double ridge, double[]? start, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ridge);
        double[] coefficients = start is null ? new double[features.Columns + 1] : [.. start];
        NormalEquations equations = new(features, ridge);
        double objective = equations.Objective(coefficients, labels);
        for (int step = 0; step < MostSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] direction = Direction(equations, coefficients, labels);
            (coefficients, double next) = Descend(equations, coefficients, direction, objective, labels);
            bool isSettled = direction.Max(Math.Abs) < Settled || objective - next < Settled * 1e-3 * Math.Abs(objective);
            objective = next;
            if (isSettled)
            {
                break;
            }
        }

        return coefficients;
    }

    /// <summary>The log-odds of a row of standardised features.</summary>
    public static double Margin(ReadOnlySpan<double> row, ReadOnlySpan<double> coefficients)
    {
        double sum = coefficients[^1];
        for (int feature = 0; feature < row.Length; feature++)
        {
            sum += row[feature] * coefficients[feature];
        }

        return sum;
    }

    private static double[] Direction(NormalEquations equations, double[] coefficients, ReadOnlySpan<bool> labels)
    {
        (Matrix<double> hessian, Vector<double> gradient) = equations.At(coefficients, labels);
        return hessian.Cholesky().Solve(gradient).ToArray();
    }

    /// <summary>Takes the Newton step, or half of it and again half until the objective does not rise.</summary>
    private static (double[] Coefficients, double Objective) Descend(NormalEquations equations, double[] from, double[] direction, double objective, ReadOnlySpan<bool> labels)
    {
        for (double share = 1; share > 1e-6; share /= 2)
        {
            double[] tried = new double[from.Length];
            for (int at = 0; at < tried.Length; at++)
            {
                tried[at] = from[at] - (share * direction[at]);
            }

            double reached = equations.Objective(tried, labels);
            if (reached <= objective)
            {
                return (tried, reached);
            }
        }

        return (from, objective);
    }
}
