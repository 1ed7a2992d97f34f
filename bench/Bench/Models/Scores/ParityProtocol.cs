using System.Diagnostics;
using System.Text.Json;
using ProdSales.Learning.Boosting;
using ProdSales.Learning.Boosting.Native;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Features;
using ProdSales.Learning.Logistic;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Splitting;

namespace ProdSales.Bench.Models.Scores;

/// <summary>The learners against scikit-learn and xgboost for Python, on the same folds and features.</summary>
internal sealed class ParityProtocol : IProtocol
{
    private const string Python = "/usr/bin/python3";

    private const string Script =
        """
        import json, sys, numpy as np, xgboost as xgb
        from sklearn.linear_model import LogisticRegression
        from sklearn.metrics import roc_auc_score
        from sklearn.model_selection import StratifiedKFold
        d = json.load(sys.stdin); x = np.array(d['x']); y = np.array(d['y'])
        p = dict(objective='binary:logistic', max_depth=3, eta=.04, subsample=.8, colsample_bytree=.6, min_child_weight=8, seed=7, nthread=1, tree_method='hist'); p['lambda'] = 2
        out = []
        for tr, te in StratifiedKFold(5, shuffle=True, random_state=42).split(x, y):
            m, s = x[tr].mean(0), x[tr].std(0); s[s == 0] = 1; z = (x - m) / s
            l = LogisticRegression(C=1, solver='newton-cholesky', tol=1e-10).fit(z[tr], y[tr])
            b = xgb.train(p, xgb.DMatrix(x[tr].astype(np.float32), y[tr]), 300)
            q = b.predict(xgb.DMatrix(x[te].astype(np.float32)), output_margin=True)
            out.append(dict(auc=roc_auc_score(y[te], l.decision_function(z[te])), w=l.coef_[0].tolist() + l.intercept_.tolist(), trees=roc_auc_score(y[te], q), margins=[float(v) for v in q]))
        print(json.dumps(out))
        """;

    /// <inheritdoc/>
    public string Id => "C3";

    /// <inheritdoc/>
    public string Question => "Telco, five folds of seed 42: logistic regression with ridge 1 and 300 trees of depth 3, here and in Python: largest difference over the folds.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Absent(TelcoData.File)
        ?? XgBoostLibrary.Installed.Problem
        ?? (File.Exists(Python) && Run("import sklearn, xgboost\nprint(1)", "") is not null ? null : "python3-sklearn and python3-xgboost are not there");

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        LearnData rows = TelcoData.Read(data);
        FeaturePlan plan = PlanBuilder.ForTrees(rows.Features, new HashSet<string>(StringComparer.Ordinal));
        FeatureMatrix features = plan.Encode(rows.Features);
        double[][] values = [.. Enumerable.Range(0, features.Rows).Select(row => features.Row(row).ToArray())];
        JsonElement theirs = JsonDocument.Parse(Run(Script, JsonSerializer.Serialize(new { x = values, y = rows.Labels.Select(label => label ? 1 : 0) }))!).RootElement;
        double[] gaps = new double[4];
        Split[] splits = Folds.Stratified(rows.Labels, 5, 42);
        for (int fold = 0; fold < splits.Length; fold++)
        {
            double[] own = Fold(features, rows.Labels, splits[fold], theirs[fold]);
            gaps = [.. gaps.Zip(own, Math.Max)];
        }

        yield return new Figure("AUC, logistic regression", gaps[0], Bar.AtMost(.002, .0005, .0005));
        yield return new Figure("AUC, trees", gaps[1], Bar.AtMost(.002, .0005, .0005));
        yield return new Figure("coefficients", gaps[2], Bar.AtMost(null, null, 1e-6));
        yield return new Figure("log-odds of trees", gaps[3], Bar.AtMost(null, null, 0));
    }

    private static double[] Fold(FeatureMatrix features, bool[] labels, Split split, JsonElement theirs)
    {
        FeatureMatrix train = features.Take(split.Train);
        FeatureMatrix test = features.Take(split.Test);
        bool[] known = [.. split.Train.Select(row => labels[row])];
        bool[] asked = [.. split.Test.Select(row => labels[row])];
        Standardisation standard = Standardisation.Of(train);
        double[] coefficients = LogisticRegression.Fit(standard.Apply(train), known, 1, null, CancellationToken.None);
        FeatureMatrix scaled = standard.Apply(test);
        double[] sums = [.. Enumerable.Range(0, test.Rows).Select(row => LogisticRegression.Margin(scaled.Row(row), coefficients))];
        using Booster booster = Booster.Start(train, known, new BoostingSettings { LeastLeaf = 8 }, new Dictionary<string, string>(StringComparer.Ordinal));
        booster.Grow(300, CancellationToken.None);
        double[] margins = [.. booster.Margins(test).Select(margin => (double)margin)];
        return
        [
            Math.Abs(Metrics.Auc(sums, asked) - theirs.GetProperty("auc").GetDouble()),
            Math.Abs(Metrics.Auc(margins, asked) - theirs.GetProperty("trees").GetDouble()),
            Largest(coefficients, theirs.GetProperty("w")),
            Largest(margins, theirs.GetProperty("margins")),
        ];
    }

    private static double Largest(double[] own, JsonElement theirs) => own.Zip(theirs.EnumerateArray().Select(value => value.GetDouble()), (one, other) => Math.Abs(one - other)).Max();

    /// <summary>What a script prints; null where it fails.</summary>
    private static string? Run(string script, string input)
    {
        ProcessStartInfo start = new(Python, ["-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        _ = errors.Result;
        return process.ExitCode == 0 ? output.Result : null;
    }
}
