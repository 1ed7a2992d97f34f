using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using ProdSales.Learning.Features;
using ProdSales.Learning.Evaluation;

namespace ProdSales.Learning.Logistic;

/// <summary>Gradient and curvature of the penalised log-loss at given coefficients.</summary>
internal sealed class NormalEquations(FeatureMatrix features, double ridge)
{
    private readonly int _size = features.Columns + 1;

    internal double Objective(double[] coefficients, ReadOnlySpan<bool> labels)
    {
        double sum = 0;
        for (int row = 0; row < features.Rows; row++)
        {
            double margin = LogisticRegression.Margin(features.Row(row), coefficients);
            sum += LogOdds.Loss(margin, labels[row]);
        }

        double squares = 0;
        for (int at = 0; at < _size - 1; at++)
        {
            squares += coefficients[at] * coefficients[at];
        }

        return sum + (ridge / 2 * squares);
    }

    internal (Matrix<double> Hessian, MathNet.Numerics.LinearAlgebra.Vector<double> Gradient) At(double[] coefficients, ReadOnlySpan<bool> labels)
    {
        double[] hessian = new double[_size * _size];
        double[] gradient = new double[_size];
        double[] row = new double[_size];
        row[^1] = 1;
        for (int at = 0; at < features.Rows; at++)
        {
            features.Row(at).CopyTo(row);
            double probability = LogOdds.ToProbability(LogisticRegression.Margin(features.Row(at), coefficients));
            double error = probability - (labels[at] ? 1 : 0);
            Add(gradient, row, error);
            AddSquare(hessian, row, probability * (1 - probability));
        }

        return (Symmetric(hessian), DenseVector.OfArray(Penalised(gradient, coefficients)));
    }

    private double[] Penalised(double[] gradient, double[] coefficients)
    {
        for (int at = 0; at < _size - 1; at++)
        {
            gradient[at] += ridge * coefficients[at];
        }

        return gradient;
    }

    /// <summary>Adds weight · row · rowᵀ, the lower triangle only.</summary>
    private void AddSquare(double[] hessian, double[] row, double weight)
    {
        for (int first = 0; first < _size; first++)
        {
            double scaled = weight * row[first];
            if (scaled != 0)
            {
                Add(hessian.AsSpan(first * _size, first + 1), row.AsSpan(0, first + 1), scaled);
            }
        }
    }

    private static void Add(Span<double> sum, ReadOnlySpan<double> row, double weight)
    {
        int wide = sum.Length - (sum.Length % System.Numerics.Vector<double>.Count);
        Span<System.Numerics.Vector<double>> sums = MemoryMarshal.Cast<double, System.Numerics.Vector<double>>(sum[..wide]);
        ReadOnlySpan<System.Numerics.Vector<double>> rows = MemoryMarshal.Cast<double, System.Numerics.Vector<double>>(row[..wide]);
        System.Numerics.Vector<double> factor = new(weight);
        for (int at = 0; at < sums.Length; at++)
        {
            sums[at] += rows[at] * factor;
        }

        for (int at = wide; at < sum.Length; at++)
        {
            sum[at] += row[at] * weight;
        }
    }

    private DenseMatrix Symmetric(double[] lower)
    {
        DenseMatrix matrix = new(_size, _size);
        for (int row = 0; row < _size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double value = lower[(row * _size) + column];
                matrix[row, column] = value;
                matrix[column, row] = value;
            }

            // The smallest push keeps equal columns and a constant label solvable, below what any figure shows.
            matrix[row, row] += row < _size - 1 ? ridge : 1e-9;
        }

        return matrix;
    }
}
