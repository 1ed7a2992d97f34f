using System.Text;
using ProdSales.Learning.Boosting;
using ProdSales.Learning.Features;
using ProdSales.Learning.Tests.Support;
using ProdSales.Learning.Trees;

namespace ProdSales.Learning.Tests.Trees;

public sealed class TreeEnsembleTests
{
    [XgBoostFact]
    public void Log_odds_are_to_the_bit_those_of_the_library() => ForEveryDepth((booster, trees, features) =>
    {
        float[] theirs = booster.Margins(features);
        float[] values = features.ToSingles();
        for (int row = 0; row < features.Rows; row++)
        {
            Assert.Equal(theirs[row], trees.Margin(values.AsSpan(row * features.Columns, features.Columns)));
        }
    });

    [XgBoostFact]
    public void Reasons_are_those_of_the_library_and_sum_to_the_log_odds() => ForEveryDepth((booster, trees, features) =>
    {
        float[] theirs = booster.Contributions(features);
        float[] values = features.ToSingles();
        double[] ours = new double[features.Columns];
        for (int row = 0; row < features.Rows; row++)
        {
            ReadOnlySpan<float> asked = values.AsSpan(row * features.Columns, features.Columns);
            trees.Contributions(asked, ours);
            float[] expected = theirs[(row * (features.Columns + 1))..((row + 1) * (features.Columns + 1))];
            Assert.Equal(trees.Margin(asked), trees.Bias + ours.Sum(), 1e-5);
            Assert.Equal(expected[^1], trees.Bias, 1e-5);
            for (int feature = 0; feature < ours.Length; feature++)
            {
                Assert.Equal(expected[feature], ours[feature], 1e-5);
            }

            Assert.Equal(Strongest(expected[..^1].Select(value => (double)value)), Strongest(ours));
        }
    });

    [XgBoostFact]
    public void Several_threads_get_what_one_gets()
    {
        (FeatureMatrix features, bool[] labels) = Worlds.Matrix(400, 6, 2, missing: .1);
        using Booster booster = Grown(features, labels, 4);
        TreeEnsemble trees = TreeEnsemble.Read(booster.Save());
        float[] values = features.ToSingles();
        double[][] alone = [.. Enumerable.Range(0, 400).Select(Reasons)];
        double[][] together = new double[400][];
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, row => together[row] = Reasons(row));

        Assert.Equal(alone, together);

        double[] Reasons(int row)
        {
            double[] sums = new double[6];
            trees.Contributions(values.AsSpan(row * 6, 6), sums);
            return sums;
        }
    }

    [XgBoostFact]
    public void Changed_bytes_are_refused_and_never_walked_astray()
    {
        (FeatureMatrix features, bool[] labels) = Worlds.Matrix(300, 4, 2);
        using Booster booster = Grown(features, labels, 3);
        string json = Encoding.UTF8.GetString(booster.Save());

        Assert.Throws<TreeFormatException>(() => Read(json[..(json.Length / 2)]));
        Assert.Throws<TreeFormatException>(() => Read("{}"));
        Assert.Throws<TreeFormatException>(() => Read(json.Replace("binary:logistic", "reg:squarederror", StringComparison.Ordinal)));
        Assert.Throws<TreeFormatException>(() => Read(json.Replace("\"num_feature\":\"4\"", "\"num_feature\":\"1\"", StringComparison.Ordinal)));
        Assert.Throws<TreeFormatException>(() => Read(json.Replace("\"left_children\":[1,", "\"left_children\":[0,", StringComparison.Ordinal)));
        Assert.Throws<TreeFormatException>(() => Read(json.Replace("\"left_children\":[1,", "\"left_children\":[99999,", StringComparison.Ordinal)));
    }

    private static TreeEnsemble Read(string json) => TreeEnsemble.Read(Encoding.UTF8.GetBytes(json));

    private static void ForEveryDepth(Action<Booster, TreeEnsemble, FeatureMatrix> check)
    {
        foreach (int depth in (int[])[1, 2, 5, 8])
        {
            (FeatureMatrix features, bool[] labels) = Worlds.Matrix(700, 9, (uint)depth, missing: .15);
            using Booster booster = Grown(features, labels, depth);
            check(booster, TreeEnsemble.Read(booster.Save()), Worlds.Matrix(60, 9, 77, missing: .15).Features);
        }
    }

    private static Booster Grown(FeatureMatrix features, bool[] labels, int depth)
    {
        Booster booster = Booster.Start(features, labels, new BoostingSettings { Depth = depth, LeastLeaf = 1, LearningRate = .1 }, new Dictionary<string, string>());
        booster.Grow(50, CancellationToken.None);
        return booster;
    }

    private static IEnumerable<int> Strongest(IEnumerable<double> values) =>
        values.Select((value, at) => (Size: Math.Round(Math.Abs(value), 4), at)).OrderByDescending(pair => pair.Size).ThenBy(pair => pair.at).Take(5).Select(pair => pair.at);
}
