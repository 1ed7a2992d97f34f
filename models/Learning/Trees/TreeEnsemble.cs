namespace ProdSales.Learning.Trees;

/// <summary>Trees that XGBoost saved, read and walked without the library: scores, and exact reasons. Several threads may ask at once.</summary>
public sealed class TreeEnsemble
{
    private readonly DecisionTree[] _trees;
    private readonly float _base;
    private readonly double _bias;

    private TreeEnsemble(DecisionTree[] trees, float margin, int features)
    {
        (_trees, _base, Features) = (trees, margin, features);
        _bias = margin + trees.Sum(TreeReasons.Mean);
    }

    /// <summary>Gets the number of features that a row must have.</summary>
    public int Features { get; }

    /// <summary>Gets the number of trees.</summary>
    public int Count => _trees.Length;

    /// <summary>Gets the log-odds of an average training row, which <see cref="Contributions"/> start from.</summary>
    public double Bias => _bias;

    /// <summary>Reads trees for yes and no from the JSON of XGBoost.</summary>
    /// <exception cref="TreeFormatException">The bytes are no such trees, or trees that are not supported.</exception>
    public static TreeEnsemble Read(ReadOnlySpan<byte> json)
    {
        (DecisionTree[] trees, float margin, int features) = TreeFile.Read(json);
        return new TreeEnsemble(trees, margin, features);
    }

    /// <summary>The log-odds of a row, to the bit as the library gives them.</summary>
    /// <param name="row">The features, NaN where missing.</param>
    public float Margin(ReadOnlySpan<float> row)
    {
        float sum = _base;
        foreach (DecisionTree tree in _trees)
        {
            sum += tree.Value(row);
        }

        return sum;
    }

    /// <summary>What each feature adds to the log-odds of a row (TreeSHAP, by cover of the paths); with <see cref="Bias"/> it sums to the log-odds.</summary>
    /// <param name="row">The features, NaN where missing.</param>
    /// <param name="sums">Receives one value a feature; it must be as long as the row.</param>
    public void Contributions(ReadOnlySpan<float> row, Span<double> sums)
    {
        sums.Clear();
        TreeReasons reasons = new(row, sums);
        foreach (DecisionTree tree in _trees)
        {
            reasons.Add(tree);
        }
    }
}
