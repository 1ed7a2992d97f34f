using System.Security.Cryptography;
using System.Text.Json;
using ProdSales.Learning.Boosting;
using ProdSales.Learning.Boosting.Native;
using ProdSales.Learning.Features;
using ProdSales.Learning.Tests.Support;

namespace ProdSales.Learning.Tests.Boosting;

public sealed class BoosterTests
{
    private static readonly Dictionary<string, string> NoAttributes = [];

    [PythonFact]
    public void Probabilities_are_to_the_bit_those_of_xgboost_for_python()
    {
        (FeatureMatrix features, bool[] labels) = Worlds.Matrix(800, 6, 3, missing: .1);
        JsonElement theirs = Python.Run(
            """
            import json, sys, numpy as np, xgboost as xgb
            d = json.load(sys.stdin)
            x = np.array([[np.nan if v is None else v for v in r] for r in d['x']], dtype=np.float32)
            p = dict(objective='binary:logistic', max_depth=4, eta=.1, subsample=.8, colsample_bytree=.6, min_child_weight=2, seed=7, nthread=1, tree_method='hist')
            p['lambda'] = 2
            b = xgb.train(p, xgb.DMatrix(x, np.array(d['y'])), 60)
            print(json.dumps([float(v) for v in b.predict(xgb.DMatrix(x), output_margin=True)]))
            """,
            new { x = features.Rows().Select(row => row.Select(value => double.IsNaN(value) ? (double?)null : value)), y = labels.Bits() });

        using Booster booster = Booster.Start(features, labels, new BoostingSettings { Depth = 4, LearningRate = .1, LeastLeaf = 2 }, NoAttributes);
        booster.Grow(60, CancellationToken.None);

        Assert.Equal(theirs.Deserialize<double[]>()!, booster.Margins(features).Select(margin => (double)margin));
    }

    [XgBoostFact]
    public void The_bytes_are_the_same_for_any_number_of_threads_and_other_for_another_seed()
    {
        (FeatureMatrix features, bool[] labels) = Worlds.Matrix(3000, 5, 4);
        string one = Hash(features, labels, new BoostingSettings { Threads = 1 });

        Assert.Equal(one, Hash(features, labels, new BoostingSettings { Threads = 1 }));
        Assert.Equal(one, Hash(features, labels, new BoostingSettings { Threads = 2 }));
        Assert.NotEqual(one, Hash(features, labels, new BoostingSettings { Seed = 8 }));
    }

    [XgBoostFact]
    public void What_was_saved_predicts_to_the_bit_the_same_and_tells_its_lineage()
    {
        (FeatureMatrix features, bool[] labels) = Worlds.Matrix(500, 5, 4, missing: .2);
        using Booster booster = Booster.Start(features, labels, new BoostingSettings(), new Dictionary<string, string> { ["data_version"] = "42" });
        booster.Grow(30, CancellationToken.None);
        byte[] saved = booster.Save();
        using Booster loaded = Booster.Load(saved, 5);

        Assert.Equal(booster.Margins(features), loaded.Margins(features));
        Assert.Equal(saved, loaded.Save());
        Assert.Equal("42", JsonDocument.Parse(saved).RootElement.GetProperty("learner").GetProperty("attributes").GetProperty("data_version").GetString());
    }

    [XgBoostFact]
    public void Watched_rows_are_told_what_a_fresh_matrix_is_told()
    {
        (FeatureMatrix features, bool[] labels) = Worlds.Matrix(600, 4, 9);
        (FeatureMatrix others, _) = Worlds.Matrix(100, 4, 10);
        using Booster booster = Booster.Start(features, labels, new BoostingSettings(), NoAttributes, others);
        foreach (int rounds in (int[])[5, 10, 20])
        {
            booster.Grow(rounds, CancellationToken.None);

            Assert.Equal(booster.Margins(others), booster.WatchedMargins());
        }
    }

    [XgBoostFact]
    public void What_the_library_takes_in_silence_is_refused()
    {
        (FeatureMatrix features, bool[] labels) = Worlds.Matrix(200, 4, 9);
        Dictionary<string, string> misspelt = new() { ["gama"] = "1" };

        ArgumentException unknown = Assert.Throws<ArgumentException>(() => Booster.Start(features, labels, new BoostingSettings { Further = misspelt }, NoAttributes));
        Assert.Contains("gama", unknown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Booster.Start(features, labels, new BoostingSettings { RowShare = 0 }, NoAttributes));
        Assert.Throws<ArgumentException>(() => Booster.Start(features, labels, new BoostingSettings { Depth = 9 }, NoAttributes));
        Assert.Throws<ArgumentException>(() => Booster.Start(features, labels, new BoostingSettings { Directions = [1] }, NoAttributes));
        using Booster booster = Booster.Start(features, labels, new BoostingSettings(), NoAttributes);
        booster.Grow(2, CancellationToken.None);
        Assert.Throws<ArgumentException>(() => booster.Margins(Worlds.Matrix(10, 3, 1).Features));
        Assert.Throws<ArgumentException>(() => booster.Margins(Worlds.Matrix(10, 5, 1).Features));
    }

    [XgBoostFact]
    public void Missing_is_not_zero()
    {
        FeatureMatrix features = new(400, 1);
        bool[] labels = new bool[400];
        for (int row = 0; row < 400; row++)
        {
            features.Set(row, 0, row % 2 == 0 ? 0 : double.NaN);
            labels[row] = row % 2 == 0;
        }

        using Booster booster = Booster.Start(features, labels, new BoostingSettings { RowShare = 1, FeatureShare = 1 }, NoAttributes);
        booster.Grow(20, CancellationToken.None);
        float[] margins = booster.Margins(features);

        Assert.True(margins[0] > .5 && margins[1] < -.5);
    }

    [XgBoostFact]
    public void Growing_stops_at_the_tree_at_which_it_is_cancelled()
    {
        (FeatureMatrix features, bool[] labels) = Worlds.Matrix(200, 4, 9);
        using Booster booster = Booster.Start(features, labels, new BoostingSettings(), NoAttributes);
        using CancellationTokenSource source = new();
        booster.Grow(3, source.Token);
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => booster.Grow(3, source.Token));
        Assert.Equal(3, booster.Rounds);
    }

    [XgBoostFact]
    public void Bytes_that_are_no_trees_are_refused_in_the_library_s_words()
    {
        XgBoostException failure = Assert.Throws<XgBoostException>(() => Booster.Load("{}"u8, 3));

        Assert.StartsWith("XGBoost: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_is_not_there_is_told_and_not_thrown()
    {
        XgBoostLibrary library = XgBoostLibrary.At("libabsent.so.0");

        Assert.False(library.IsAvailable);
        Assert.Null(library.Version);
        Assert.Contains("libabsent", library.Problem, StringComparison.Ordinal);
    }

    private static string Hash(FeatureMatrix features, bool[] labels, BoostingSettings settings)
    {
        using Booster booster = Booster.Start(features, labels, settings, NoAttributes);
        booster.Grow(40, CancellationToken.None);
        return Convert.ToHexStringLower(SHA256.HashData(booster.Save()));
    }
}
