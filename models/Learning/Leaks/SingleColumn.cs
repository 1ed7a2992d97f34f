using ProdSales.Learning.Data;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Splitting;

namespace ProdSales.Learning.Leaks;

/// <summary>What one column alone tells of the outcome.</summary>
internal static class SingleColumn
{
    private const int Bins = 20;
    private const double Prior = 5;

    /// <summary>The bin of each row: the category, a number that stands often, or a stretch of numbers; missing is a bin of its own.</summary>
    internal static int[] Binned(TableColumn column)
    {
        if (column.Kind is ColumnKind.Category)
        {
            return column.Codes.ToArray();
        }

        double[] values = column.Values.ToArray();
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        if (sorted.Length == 0)
        {
            return [.. values.Select(_ => -1)];
        }

        Dictionary<double, int> often = [];
        foreach (IGrouping<double, double> group in sorted.GroupBy(value => value).Where(group => group.Count() * 50 > values.Length))
        {
            often[group.Key] = Bins + often.Count;
        }

        double[] edges = [.. Enumerable.Range(1, Bins - 1).Select(part => sorted[(int)((long)part * sorted.Length / Bins)])];
        return [.. values.Select(value => double.IsNaN(value) ? -1 : often.TryGetValue(value, out int bin) ? bin : edges.Count(edge => edge <= value))];
    }

    /// <summary>The AUC of the column alone: each row is scored by the share of positives in its bin among rows of other folds.</summary>
    internal static double Auc(int[] bins, bool[] labels)
    {
        double share = (double)labels.Count(label => label) / labels.Length;
        double[] scores = new double[labels.Length];
        foreach (Split split in Folds.Stratified(labels, 5, 1))
        {
            Dictionary<int, (double Positives, int Rows)> counts = [];
            foreach (int row in split.Train)
            {
                (double positives, int rows) = counts.GetValueOrDefault(bins[row]);
                counts[bins[row]] = (positives + (labels[row] ? 1 : 0), rows + 1);
            }

            foreach (int row in split.Test)
            {
                (double positives, int rows) = counts.GetValueOrDefault(bins[row]);
                scores[row] = (positives + (Prior * share)) / (rows + Prior);
            }
        }

        return Metrics.Auc(scores, labels);
    }
}
