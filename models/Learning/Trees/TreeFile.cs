using System.Globalization;
using System.Text.Json;
using ProdSales.Learning.Boosting;

namespace ProdSales.Learning.Trees;

/// <summary>Reads the JSON of XGBoost, and trusts nothing in it: every index and number is checked before a row walks the trees.</summary>
internal static class TreeFile
{
    internal static (DecisionTree[] Trees, float Margin, int Features) Read(ReadOnlySpan<byte> json)
    {
        try
        {
            Utf8JsonReader reader = new(json);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            JsonElement learner = document.RootElement.GetProperty("learner");
            string objective = learner.GetProperty("objective").GetProperty("name").GetString() ?? "";
            string kind = learner.GetProperty("gradient_booster").GetProperty("name").GetString() ?? "";
            if (objective != "binary:logistic" || kind != "gbtree")
            {
                throw new TreeFormatException($"The trees are of kind \"{kind}\" for \"{objective}\"; supported is gbtree for binary:logistic.");
            }

            JsonElement parameters = learner.GetProperty("learner_model_param");
            int features = int.Parse(parameters.GetProperty("num_feature").GetString()!, CultureInfo.InvariantCulture);
            float share = float.Parse(parameters.GetProperty("base_score").GetString()!, CultureInfo.InvariantCulture);
            Demand(share is > 0 and < 1, "base_score");
            JsonElement trees = learner.GetProperty("gradient_booster").GetProperty("model").GetProperty("trees");
            return ([.. trees.EnumerateArray().Select(tree => Tree(tree, features))], -MathF.Log((1 / share) - 1), features);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new TreeFormatException($"The bytes are no trees of XGBoost: {failure.Message}", failure);
        }
    }

    private static DecisionTree Tree(JsonElement tree, int features)
    {
        DecisionTree read = new(
            Integers(tree, "left_children"),
            Integers(tree, "right_children"),
            Integers(tree, "split_indices"),
            [.. tree.GetProperty("split_conditions").EnumerateArray().Select(value => value.GetSingle())],
            [.. tree.GetProperty("default_left").EnumerateArray().Select(value => value.ValueKind is JsonValueKind.True || (value.ValueKind is JsonValueKind.Number && value.GetInt32() != 0))],
            [.. tree.GetProperty("sum_hessian").EnumerateArray().Select(value => value.GetDouble())]);
        int nodes = read.Left.Length;
        Demand(
            nodes > 0 && read.Right.Length == nodes && read.Feature.Length == nodes && read.Threshold.Length == nodes && read.IsMissingLeft.Length == nodes && read.Cover.Length == nodes,
            "lengths");
        Demand(!tree.TryGetProperty("categories", out JsonElement categories) || categories.GetArrayLength() == 0, "categories");
        CheckNode(read, 0, 0, features);
        return read;
    }

    private static void CheckNode(DecisionTree tree, int node, int depth, int features)
    {
        Demand(float.IsFinite(tree.Threshold[node]), "split_conditions");
        Demand(depth <= BoostingSettings.DeepestTree, "depth");
        if (tree.IsLeaf(node))
        {
            return;
        }

        Demand(tree.Left[node] > node && tree.Left[node] < tree.Left.Length && tree.Right[node] > node && tree.Right[node] < tree.Left.Length, "children");
        Demand(tree.Feature[node] >= 0 && tree.Feature[node] < features, "split_indices");
        Demand(tree.Cover[tree.Left[node]] > 0 && tree.Cover[tree.Right[node]] > 0 && double.IsFinite(tree.Cover[node]), "sum_hessian");
        CheckNode(tree, tree.Left[node], depth + 1, features);
        CheckNode(tree, tree.Right[node], depth + 1, features);
    }

    private static int[] Integers(JsonElement tree, string name) => [.. tree.GetProperty(name).EnumerateArray().Select(value => value.GetInt32())];

    private static void Demand(bool isFine, string what)
    {
        if (!isFine)
        {
            throw new TreeFormatException($"The trees of XGBoost hold {what} that cannot be walked.");
        }
    }
}
