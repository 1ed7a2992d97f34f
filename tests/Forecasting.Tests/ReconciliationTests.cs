using MathNet.Numerics.LinearAlgebra;
using ProdSales.Forecasting.Reconciliation;

namespace ProdSales.Forecasting.Tests;

public sealed class ReconciliationTests
{
    private static readonly string[][] Leaves = [["East", "lift"], ["East", "truck"], ["West", "lift"], ["West", "truck"], ["South", "truck"]];
    private static readonly Hierarchy Hierarchy = Hierarchy.Of(Leaves, [("total", []), ("region", [0]), ("product", [1])]);
    private static readonly double[] Base = [100, 55, 30, 12, 40, 52, 20, 30, 15, 18, 11];

    [Fact]
    public void Nodes_are_the_sums_of_their_leaves() => Assert.Equal([15, 3, 7, 5, 4, 11, 1, 2, 3, 4, 5], Hierarchy.Sum([1, 2, 3, 4, 5]));

    [Theory]
    [InlineData(ReconciliationMethod.Ols)]
    [InlineData(ReconciliationMethod.WlsStructure)]
    [InlineData(ReconciliationMethod.WlsInverse)]
    [InlineData(ReconciliationMethod.WlsVariance)]
    [InlineData(ReconciliationMethod.MinTrace)]
    public void A_method_is_the_projection_of_the_textbook(ReconciliationMethod method)
    {
        List<double[]> errors = Errors(12);
        Matrix<double> sums = Matrix<double>.Build.Dense(Hierarchy.Count, Hierarchy.LeafCount, (node, leaf) => Hierarchy.LeavesOf(node).Contains(leaf) ? 1 : 0);
        Matrix<double> inverse = Covariance(method, errors).Inverse();
        Vector<double> expected = sums * (sums.Transpose() * inverse * sums).Inverse() * sums.Transpose() * inverse * Vector<double>.Build.Dense(Base);

        double[] actual = Reconciler.Of(Hierarchy, method, errors).Reconcile(Base, isNonNegative: false);

        Assert.All(actual.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [Fact]
    public void Bottom_up_keeps_the_leaves() =>
        Assert.Equal(Hierarchy.Sum(Base.AsSpan(Hierarchy.SumCount)), Reconciler.Of(Hierarchy, ReconciliationMethod.BottomUp, []).Reconcile(Base, isNonNegative: false));

    [Fact]
    public void Forecasts_that_add_up_stay_as_they_are()
    {
        double[] coherent = Hierarchy.Sum([10, 20, 30, 40, 50]);

        Assert.All(ReconciliationChoice.All, method => Assert.All(
            Reconciler.Of(Hierarchy, method, Errors(12)).Reconcile(coherent, isNonNegative: true).Zip(coherent), pair => Assert.Equal(pair.Second, pair.First, 1e-6)));
    }

    [Fact]
    public void A_leaf_that_would_be_negative_is_zero_and_sums_follow()
    {
        double[] nodes = [10, 5, 4, 1, 5, 5, 90, 0, 0, 0, 0];

        double[] reconciled = Reconciler.Of(Hierarchy, ReconciliationMethod.Ols, []).Reconcile(nodes, isNonNegative: true);

        Assert.Contains(0, reconciled[Hierarchy.SumCount..]);
        Assert.All(reconciled, value => Assert.True(value >= 0));
        Assert.Equal(Hierarchy.Sum(reconciled.AsSpan(Hierarchy.SumCount)), reconciled);
    }

    [Fact]
    public void The_choice_is_the_method_that_was_right_in_the_past()
    {
        double[] came = Hierarchy.Sum([10, 20, 30, 40, 50]);
        double[] leavesWrong = [.. came];
        double[] sumsWrong = [.. came];
        for (int node = 0; node < came.Length; node++)
        {
            leavesWrong[node] *= node >= Hierarchy.SumCount ? 0.7 : 1;
            sumsWrong[node] *= node < Hierarchy.SumCount ? 0.7 : 1;
        }

        double[] scales = [.. Enumerable.Repeat(1.0, Hierarchy.Count)];

        Assert.Equal(ReconciliationMethod.WlsInverse, ReconciliationChoice.Best(Hierarchy, [new PastOrigin([leavesWrong], [came], [])], scales, isNonNegative: true));
        Assert.Equal(ReconciliationMethod.BottomUp, ReconciliationChoice.Best(Hierarchy, [new PastOrigin([sumsWrong], [came], [])], scales, isNonNegative: true));
    }

    private static Matrix<double> Covariance(ReconciliationMethod method, List<double[]> errors) => method switch
    {
        ReconciliationMethod.Ols => Matrix<double>.Build.DenseIdentity(Hierarchy.Count),
        ReconciliationMethod.WlsStructure => Matrix<double>.Build.DenseDiagonal(Hierarchy.Count, Hierarchy.Count, node => Hierarchy.LeavesOf(node).Length),
        ReconciliationMethod.WlsInverse => Matrix<double>.Build.DenseDiagonal(Hierarchy.Count, Hierarchy.Count, node => 1.0 / Hierarchy.LeavesOf(node).Length),
        ReconciliationMethod.WlsVariance => Matrix<double>.Build.DenseDiagonal(Hierarchy.Count, Hierarchy.Count, node => errors.Average(origin => origin[node] * origin[node])),
        _ => ErrorCovariance.Shrunk(errors),
    };

    private static List<double[]> Errors(int count)
    {
        Random random = new(7);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, Hierarchy.Count).Select(node => (random.NextDouble() - 0.5) * (1 + node)).ToArray())];
    }
}
