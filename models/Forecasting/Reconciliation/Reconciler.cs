using MathNet.Numerics.LinearAlgebra;

namespace ProdSales.Forecasting.Reconciliation;

/// <summary>
/// Makes forecasts of nodes add up: they move as little as the errors that nodes are known to make ask for. The work is in the constraints, one a sum, not in the leaves.
/// Immutable; safe to share between threads.
/// </summary>
public sealed class Reconciler
{
    private readonly Hierarchy _hierarchy;
    private readonly Matrix<double>? _correction;

    private Reconciler(Hierarchy hierarchy, Matrix<double>? correction)
    {
        (_hierarchy, _correction) = (hierarchy, correction);
    }

    /// <summary>Prepares a method.</summary>
    /// <param name="hierarchy">The hierarchy.</param>
    /// <param name="method">The method.</param>
    /// <param name="errors">Errors of the past, value less forecast, one array of all nodes for each origin and step; only methods that learn need any, at least two. Errors of as many
    /// steps ahead as are planned for tell what nodes miss together; those of one step hide it.</param>
    /// <exception cref="ArgumentException">The method needs errors and has too few: the caller's fault.</exception>
    public static Reconciler Of(Hierarchy hierarchy, ReconciliationMethod method, IReadOnlyList<double[]> errors)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(errors);
        bool learns = method is ReconciliationMethod.WlsVariance or ReconciliationMethod.MinTrace or ReconciliationMethod.OlsAndMinTrace;
        if (learns && errors.Count < 2)
        {
            throw new ArgumentException($"{method} learns from at least 2 origins of errors; {errors.Count} were given.", nameof(errors));
        }

        return new Reconciler(hierarchy, method switch
        {
            ReconciliationMethod.BottomUp => null,
            ReconciliationMethod.Ols => Ols(hierarchy),
            ReconciliationMethod.WlsStructure => Diagonal(hierarchy, [.. Enumerable.Range(0, hierarchy.Count).Select(node => (double)hierarchy.LeavesOf(node).Length)]),
            ReconciliationMethod.WlsInverse => Diagonal(hierarchy, [.. Enumerable.Range(0, hierarchy.Count).Select(node => 1.0 / hierarchy.LeavesOf(node).Length)]),
            ReconciliationMethod.WlsVariance => Diagonal(hierarchy, ErrorCovariance.Variances(errors)),
            ReconciliationMethod.MinTrace => Correction(hierarchy, ErrorCovariance.Shrunk(errors)),
            _ => (Ols(hierarchy) + Correction(hierarchy, ErrorCovariance.Shrunk(errors))) / 2,
        });
    }

    /// <summary>Reconciles one step.</summary>
    /// <param name="nodes">The forecasts of all nodes.</param>
    /// <param name="isNonNegative">Whether leaves may not be negative: those that would be become 0, and sums follow.</param>
    /// <returns>Forecasts of all nodes; each sum is the sum of its leaves.</returns>
    /// <exception cref="ArgumentException">The number of forecasts is not that of the nodes: the caller's fault.</exception>
    public double[] Reconcile(ReadOnlySpan<double> nodes, bool isNonNegative)
    {
        if (nodes.Length != _hierarchy.Count)
        {
            throw new ArgumentException($"{nodes.Length} forecasts were given for {_hierarchy.Count} nodes.", nameof(nodes));
        }

        double[] leaves = nodes[_hierarchy.SumCount..].ToArray();
        if (_correction is not null)
        {
            double[] gaps = Gaps(nodes, leaves);
            for (int leaf = 0; leaf < leaves.Length; leaf++)
            {
                for (int sum = 0; sum < gaps.Length; sum++)
                {
                    leaves[leaf] -= _correction[leaf, sum] * gaps[sum];
                }
            }
        }

        for (int leaf = 0; leaf < leaves.Length && isNonNegative; leaf++)
        {
            leaves[leaf] = Math.Max(0, leaves[leaf]);
        }

        return _hierarchy.Sum(leaves);
    }

    // By how much each sum's own forecast exceeds the sum of its leaves' forecasts.
    private double[] Gaps(ReadOnlySpan<double> nodes, double[] leaves)
    {
        double[] sums = _hierarchy.Sum(leaves);
        double[] gaps = new double[_hierarchy.SumCount];
        for (int node = 0; node < gaps.Length; node++)
        {
            gaps[node] = nodes[node] - sums[node];
        }

        return gaps;
    }

    private static Matrix<double> Ols(Hierarchy hierarchy) => Diagonal(hierarchy, [.. Enumerable.Repeat(1.0, hierarchy.Count)]);

    private static Matrix<double> Diagonal(Hierarchy hierarchy, double[] variances) => Correction(hierarchy, Matrix<double>.Build.SparseOfDiagonalArray(variances));

    // W·U·(Uᵀ·W·U)⁻¹, rows of leaves, where a column of U takes a sum's leaves from the sum.
    private static Matrix<double> Correction(Hierarchy hierarchy, Matrix<double> covariance)
    {
        int sums = hierarchy.SumCount;
        double[,] moved = new double[hierarchy.Count, sums];
        for (int sum = 0; sum < sums; sum++)
        {
            for (int node = 0; node < hierarchy.Count; node++)
            {
                moved[node, sum] = covariance[node, sum];
                foreach (int leaf in hierarchy.LeavesOf(sum))
                {
                    moved[node, sum] -= covariance[node, sums + leaf];
                }
            }
        }

        Matrix<double> gaps = Matrix<double>.Build.Dense(sums, sums);
        for (int row = 0; row < sums; row++)
        {
            for (int column = 0; column < sums; column++)
            {
                double value = moved[row, column];
                foreach (int leaf in hierarchy.LeavesOf(row))
                {
                    value -= moved[sums + leaf, column];
                }

                gaps[row, column] = value;
            }
        }

        Matrix<double> ofLeaves = Matrix<double>.Build.Dense(hierarchy.LeafCount, sums, (leaf, sum) => moved[sums + leaf, sum]);
        return Redundant(gaps).Solve(ofLeaves.Transpose()).Transpose();
    }

    // Two sums of the same leaves make constraints that say one thing twice; a slight ridge keeps them solvable.
    private static MathNet.Numerics.LinearAlgebra.Factorization.Cholesky<double> Redundant(Matrix<double> gaps)
    {
        double ridge = 1e-10 * Math.Max(gaps.Diagonal().Sum() / Math.Max(1, gaps.RowCount), double.Epsilon);
        return (gaps + (ridge * Matrix<double>.Build.DenseIdentity(gaps.RowCount))).Cholesky();
    }
}
