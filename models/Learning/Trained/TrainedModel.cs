using System.Text.Json.Serialization;
using ProdSales.Learning.Calibration;
using ProdSales.Learning.Data;
using ProdSales.Learning.Features;
using ProdSales.Learning.Explanation;
using ProdSales.Learning.Lifetimes;
using ProdSales.Learning.Logistic;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Trees;

namespace ProdSales.Learning.Trained;

/// <summary>A model for yes and no: a logistic regression, trees, or both blended, calibrated; or a law of purchases, where no outcome is known yet. It never changes; several threads may score at once.</summary>
/// <param name="Columns">The columns that it takes, in the order of contributions.</param>
/// <param name="Logistic">The logistic regression; null for a law of purchases.</param>
/// <param name="Trees">The trees; null where they did not help, or the library was absent.</param>
/// <param name="Calibrator">How the log-odds become a probability.</param>
/// <param name="Training">How it came to be.</param>
public sealed record TrainedModel(IReadOnlyList<ModelColumn> Columns, LogisticModel? Logistic, TreePart? Trees, Calibrator Calibrator, Training Training)
{
    /// <summary>Gets the law of purchases that scores in place of all else; null where the model was learned from outcomes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LifetimePart? Lifetimes { get; init; }

    private readonly Dictionary<string, int> _places = Columns.Select((column, at) => (column.Name, at)).ToDictionary(pair => pair.Name, pair => pair.at, StringComparer.Ordinal);

    /// <summary>Why rows cannot be scored: a column is absent or of another kind; null when they can. New categories and missing values can.</summary>
    /// <returns>A refusal with code <c>column-absent</c> or <c>column-kind</c>.</returns>
    public LearnRefusal? Misfit(Table table)
    {
        foreach (ModelColumn column in Columns)
        {
            if (table.Find(column.Name) is not { } found)
            {
                return InputCheck.Refusal("column-absent", ("column", column.Name));
            }

            if (found.Kind != column.Kind)
            {
                return InputCheck.Refusal("column-kind", ("column", column.Name), ("kind", found.Kind), ("needed", column.Kind));
            }
        }

        return null;
    }

    /// <summary>Scores rows.</summary>
    /// <param name="table">Rows for which <see cref="Misfit"/> is null; further columns are passed over.</param>
    /// <exception cref="ArgumentException">A column is absent: the caller did not ask.</exception>
    public RowScore[] Score(Table table)
    {
        if (Training.Skill is Skill.None)
        {
            double margin = Evaluation.LogOdds.Of(Training.BaseRate);
            return [.. Enumerable.Range(0, table.RowCount).Select(_ => new RowScore(Training.BaseRate, margin, margin, []))];
        }

        if (Lifetimes is { } law)
        {
            return law.Score(table);
        }

        double[][] sums = [.. Enumerable.Range(0, table.RowCount).Select(_ => new double[Columns.Count])];
        double share = Training.TreeShare;
        double bias = 0;
        if (share < 1 && Logistic is { } logistic)
        {
            bias += (1 - share) * logistic.Bias;
            FeatureMatrix contributions = logistic.Contributions(table);
            for (int row = 0; row < sums.Length; row++)
            {
                logistic.Plan.AddByColumn(contributions.Row(row), _places, 1 - share, sums[row]);
            }
        }

        if (Trees is { } part && share > 0)
        {
            bias += share * part.Trees.Bias;
            AddTrees(part, table, share, sums);
        }

        return [.. sums.Select(contributions => Scored(bias, contributions))];
    }

    private RowScore Scored(double bias, double[] contributions)
    {
        double margin = bias + contributions.Sum();
        return new RowScore(Calibrator.ToProbability(margin), margin, bias, contributions);
    }

    private void AddTrees(TreePart part, Table table, double share, double[][] sums)
    {
        TreeEnsemble trees = part.Trees;
        float[] features = part.Features(table);
        double[] contributions = new double[trees.Features];
        for (int row = 0; row < sums.Length; row++)
        {
            trees.Contributions(features.AsSpan(row * trees.Features, trees.Features), contributions);
            part.Plan.AddByColumn(contributions, _places, share, sums[row]);
        }
    }
}
