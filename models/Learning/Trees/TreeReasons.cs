using System.Runtime.Intrinsics;

namespace ProdSales.Learning.Trees;

/// <summary>Exact Shapley values of trees for one row, in one walk over the nodes.</summary>
/// <remarks>
/// Of a leaf, every feature j on its path has a ratio z of cover that goes the leaf's way, and o, 1 where the row goes that way and 0 where not. The Shapley value of the
/// product of such parts is value · (o - z) · ∫ Π over the other features of (o·t + z·(1 - t)) dt from 0 to 1. The integrand is a polynomial of degree below the number of features,
/// so Gauss-Legendre with four points is exact for eight: four lanes of one vector. Products are carried down, sums over leaves are carried up, and where a
/// feature is asked again below, what its upper decision gave to the leaves below is taken back. After Linear TreeSHAP (Yu et al. 2022).
/// </remarks>
internal readonly ref struct TreeReasons
{
    private static readonly Vector256<double> Points = Vector256.Create(0.06943184420297371, 0.33000947820757187, 0.66999052179242813, 0.93056815579702629);
    private static readonly Vector256<double> Weights = Vector256.Create(0.17392742256872693, 0.32607257743127307, 0.32607257743127307, 0.17392742256872693);
    private readonly ReadOnlySpan<float> _row;
    private readonly Span<double> _sums;

    internal TreeReasons(ReadOnlySpan<float> row, Span<double> sums)
    {
        _row = row;
        _sums = sums;
    }

    /// <summary>The mean of the leaves by cover: what a tree says of an average training row.</summary>
    internal static double Mean(DecisionTree tree) => Mean(tree, 0);

    /// <summary>Adds what features add by one tree.</summary>
    internal void Add(DecisionTree tree)
    {
        if (!tree.IsLeaf(0))
        {
            Span<PathPart> path = stackalloc PathPart[Boosting.BoostingSettings.DeepestTree];
            Below(tree, 0, 0, Vector256<double>.One, path);
        }
    }

    private static double Mean(DecisionTree tree, int node) => tree.IsLeaf(node)
        ? tree.Threshold[node]
        : ((tree.Cover[tree.Left[node]] * Mean(tree, tree.Left[node])) + (tree.Cover[tree.Right[node]] * Mean(tree, tree.Right[node])))
            / (tree.Cover[tree.Left[node]] + tree.Cover[tree.Right[node]]);

    /// <summary>Gives the sum over the leaves below a node of value · product, and adds to the features what is asked there.</summary>
    private Vector256<double> Below(DecisionTree tree, int node, int depth, Vector256<double> product, Span<PathPart> path)
    {
        if (tree.IsLeaf(node))
        {
            return product * tree.Threshold[node];
        }

        int feature = tree.Feature[node];
        int above = depth - 1;
        while (above >= 0 && path[above].Feature != feature)
        {
            above--;
        }

        int taken = tree.Next(node, _row);
        double cover = tree.Cover[tree.Left[node]] + tree.Cover[tree.Right[node]];
        PathPart before = above >= 0 ? path[above] : PathPart.Nothing;
        Vector256<double> sum = Vector256<double>.Zero;
        foreach (int child in (ReadOnlySpan<int>)[tree.Left[node], tree.Right[node]])
        {
            PathPart part = PathPart.Of(feature, child == taken ? before.One : 0, before.Zero * tree.Cover[child] / cover, Points);
            path[depth] = part;
            Vector256<double> below = Below(tree, child, depth + 1, product * part.Factor / before.Factor, path);
            _sums[feature] += Vector256.Sum(Weights * below * (part.Share - before.Share));
            sum += below;
        }

        return sum;
    }

    /// <summary>What one feature has done so far on a path.</summary>
    private readonly record struct PathPart(int Feature, double One, double Zero, Vector256<double> Factor, Vector256<double> Share)
    {
        internal static readonly PathPart Nothing = new(-1, 1, 1, Vector256<double>.One, Vector256<double>.Zero);

        internal static PathPart Of(int feature, double one, double zero, Vector256<double> points)
        {
            Vector256<double> factor = (points * one) + ((Vector256<double>.One - points) * zero);
            return new PathPart(feature, one, zero, factor, Vector256.Create(one - zero) / factor);
        }
    }
}
