namespace ProdSales.Learning.Trees;

/// <summary>One tree as arrays over its nodes; node 0 is the root.</summary>
/// <param name="Left">The child where the feature lies below the threshold; -1 for a leaf.</param>
/// <param name="Right">The other child; -1 for a leaf.</param>
/// <param name="Feature">The feature that is asked.</param>
/// <param name="Threshold">The threshold of a decision, the value of a leaf.</param>
/// <param name="IsMissingLeft">Whether a missing feature goes left.</param>
/// <param name="Cover">The weight of the training rows that came by.</param>
internal sealed record DecisionTree(int[] Left, int[] Right, int[] Feature, float[] Threshold, bool[] IsMissingLeft, double[] Cover)
{
    internal bool IsLeaf(int node) => Left[node] < 0;

    /// <summary>Where a row goes from a node that is no leaf.</summary>
    internal int Next(int node, ReadOnlySpan<float> row)
    {
        float value = row[Feature[node]];
        bool isLeft = float.IsNaN(value) ? IsMissingLeft[node] : value < Threshold[node];
        return isLeft ? Left[node] : Right[node];
    }

    /// <summary>The value of the leaf that a row comes to.</summary>
    internal float Value(ReadOnlySpan<float> row)
    {
        int node = 0;
        while (!IsLeaf(node))
        {
            node = Next(node, row);
        }

        return Threshold[node];
    }
}
