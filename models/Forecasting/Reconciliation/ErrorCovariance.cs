using MathNet.Numerics.LinearAlgebra;

namespace ProdSales.Forecasting.Reconciliation;

/// <summary>How nodes err, and err together, by their errors of the past.</summary>
internal static class ErrorCovariance
{
    /// <summary>The variances of the nodes; one without errors has a small part of the mean variance, so that nothing divides by zero.</summary>
    /// <param name="errors">One row an origin, one column a node.</param>
    internal static double[] Variances(IReadOnlyList<double[]> errors)
    {
        int count = errors[0].Length;
        double[] variances = new double[count];
        foreach (double[] origin in errors)
        {
            for (int node = 0; node < count; node++)
            {
                variances[node] += origin[node] * origin[node] / errors.Count;
            }
        }

        double least = Math.Max(1e-6 * variances.Average(), double.Epsilon);
        return [.. variances.Select(variance => Math.Max(variance, least))];
    }

    /// <summary>The covariance with correlations shrunk towards none by how uncertain they are (Schäfer and Strimmer, 2005).</summary>
    internal static Matrix<double> Shrunk(IReadOnlyList<double[]> errors)
    {
        double[] variances = Variances(errors);
        double[] deviations = [.. variances.Select(Math.Sqrt)];
        int origins = errors.Count;
        Matrix<double> scaled = Matrix<double>.Build.Dense(origins, variances.Length, (origin, node) => errors[origin][node] / deviations[node]);
        Matrix<double> correlation = scaled.TransposeThisAndMultiply(scaled) / origins;
        Matrix<double> squared = scaled.PointwiseMultiply(scaled);
        Matrix<double> fourth = squared.TransposeThisAndMultiply(squared) / origins;
        double kept = 1 - Shrinkage(correlation, fourth, origins);
        return Matrix<double>.Build.Dense(
            variances.Length, variances.Length, (row, column) => (row == column ? 1 : kept * correlation[row, column]) * deviations[row] * deviations[column]);
    }

    private static double Shrinkage(Matrix<double> correlation, Matrix<double> fourth, int origins)
    {
        double uncertainty = 0;
        double squares = 0;
        for (int row = 0; row < correlation.RowCount; row++)
        {
            for (int column = 0; column < row; column++)
            {
                double product = correlation[row, column] * correlation[row, column];
                uncertainty += (fourth[row, column] - product) / Math.Max(1, origins - 1);
                squares += product;
            }
        }

        return squares > 0 ? Math.Clamp(uncertainty / squares, 0, 1) : 1;
    }
}
