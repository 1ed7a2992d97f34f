using System.Text.Json.Serialization;
using ProdSales.Learning.Data;
using ProdSales.Learning.Features;
using ProdSales.Learning.Trees;

namespace ProdSales.Learning.Trained;

/// <summary>Grown trees with the features that they take.</summary>
/// <param name="Plan">The features.</param>
/// <param name="Json">The trees as XGBoost saved them.</param>
/// <param name="Depth">The most decisions on a path that was allowed.</param>
/// <param name="Rounds">The number of trees.</param>
public sealed record TreePart(FeaturePlan Plan, string Json, int Depth, int Rounds)
{
    private readonly Lazy<TreeEnsemble> _trees = new(() => TreeEnsemble.Read(System.Text.Encoding.UTF8.GetBytes(Json)));

    /// <summary>Gets the trees, ready to be walked.</summary>
    /// <exception cref="TreeFormatException">The bytes are no trees.</exception>
    [JsonIgnore]
    public TreeEnsemble Trees => _trees.Value;

    /// <summary>The features of rows as trees compare them: rows × features, row-major.</summary>
    public float[] Features(Table table) => Plan.Encode(table).ToSingles();
}
