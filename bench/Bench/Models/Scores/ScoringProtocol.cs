using System.Diagnostics;
using ProdSales.Learning.Data;
using ProdSales.Learning.Explanation;
using ProdSales.Learning.Features;
using ProdSales.Learning.Logistic;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Trained;

namespace ProdSales.Bench.Models.Scores;

/// <summary>How long a score with its reasons takes, and whether reasons sum to it.</summary>
internal sealed class ScoringProtocol : IProtocol
{
    private const int Calls = 3000;
    private const int Batch = 10_000;

    /// <inheritdoc/>
    public string Id => "S1";

    /// <inheritdoc/>
    public string Question => "Telco model: 3,000 single rows with the five strongest reasons for and against, warm, wall time; a batch of 10,000 rows with reasons, processor time; and S2, contributions against the score worked out apart.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Absent(TelcoData.File);

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        LearnData rows = TelcoData.Read(data);
        TrainedModel model = Learner.Learn(rows, new LearnSettings(), CancellationToken.None).Model!;
        string[] columns = [.. model.Columns.Select(column => column.Name)];
        Table[] single = [.. Enumerable.Range(0, 200).Select(row => rows.Features.Take([row]))];
        string note = $"{model.Trees?.Rounds ?? 0} trees of depth {model.Trees?.Depth ?? 0}";
        _ = Times(model, columns, single, Calls);
        double[] times = Times(model, columns, single, Calls);
        yield return new Figure("ms a row, 99th percentile", times[(int)(times.Length * .99)], Bar.AtMost(20, 5, 2), note);
        yield return new Figure("ms a row, median", times[times.Length / 2]);

        Table many = rows.Features.Take([.. Enumerable.Range(0, Batch).Select(row => row % rows.Labels.Length)]);
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        RowScore[] scores = model.Score(many);
        _ = scores.Select((score, row) => Reasons.Strongest(score, columns, many, row, true).Count + Reasons.Strongest(score, columns, many, row, false).Count).Sum();
        yield return new Figure("CPU-s for 10,000 rows", (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds, Bar.AtMost(null, null, 4), note);
        yield return new Figure("S2: largest gap between contributions and score", Gap(model, many, scores), Bar.AtMost(1e-4, 1e-5, 1e-5), "the same five from the library is a test");
    }

    private static double[] Times(TrainedModel model, string[] columns, Table[] single, int calls)
    {
        double[] times = new double[calls];
        for (int call = 0; call < calls; call++)
        {
            Table row = single[call % single.Length];
            long start = Stopwatch.GetTimestamp();
            RowScore score = model.Score(row)[0];
            _ = Reasons.Strongest(score, columns, row, 0, true).Count + Reasons.Strongest(score, columns, row, 0, false).Count;
            times[call] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    /// <summary>The log-odds from the coefficients and from the leaves themselves, held against bias and contributions.</summary>
    private static double Gap(TrainedModel model, Table table, RowScore[] scores)
    {
        LogisticModel logistic = model.Logistic!;
        FeatureMatrix standard = logistic.Standard.Apply(logistic.Plan.Encode(table));
        float[] features = model.Trees?.Features(table) ?? [];
        double share = model.Training.TreeShare;
        double gap = 0;
        for (int row = 0; row < scores.Length; row++)
        {
            double sum = LogisticRegression.Margin(standard.Row(row), logistic.Coefficients);
            double grown = model.Trees is { } part ? part.Trees.Margin(features.AsSpan(row * part.Trees.Features, part.Trees.Features)) : 0;
            gap = Math.Max(gap, Math.Abs(((1 - share) * sum) + (share * grown) - scores[row].Bias - scores[row].Contributions.Sum()));
        }

        return gap;
    }
}
