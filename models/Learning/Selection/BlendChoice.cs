using ProdSales.Learning.Boosting;
using ProdSales.Learning.Splitting;

namespace ProdSales.Learning.Selection;

/// <summary>Chooses ridge, trees and their share by the log-loss of rows that were not learned from.</summary>
internal sealed class BlendChoice(IReadOnlyList<Option<double>> sums, IReadOnlyList<Option<BoostingSettings>> trees, bool[] labels)
{
    private static readonly double[] Shares = [.. Enumerable.Range(0, 11).Select(tenths => tenths / 10d)];

    /// <summary>The best blend by some rows.</summary>
    internal Blend Best(int[] rows)
    {
        Option<double> sum = sums.MinBy(option => OutOfFold.Loss(option.Margins, labels, rows))!;
        if (trees.MinBy(option => OutOfFold.Loss(option.Margins, labels, rows)) is not { } grown)
        {
            return new Blend(sum.Value, null, 0, sum.Margins);
        }

        double share = Shares.MinBy(tried => OutOfFold.Loss(OutOfFold.Blend(sum.Margins, grown.Margins, tried), labels, rows));
        return new Blend(sum.Value, share > 0 ? grown.Value : null, share, OutOfFold.Blend(sum.Margins, grown.Margins, share));
    }

    /// <summary>The log-odds of every tested row by the blend that the other folds chose: what the best of many says of the rows that it was chosen by would flatter it.</summary>
    internal double[] Nested(Split[] splits)
    {
        double[] margins = new double[labels.Length];
        for (int fold = 0; fold < splits.Length; fold++)
        {
            int[] others = [.. splits.Where((_, at) => at != fold).SelectMany(split => split.Test)];
            Blend chosen = Best(others.Length > 0 ? others : splits[fold].Test);
            foreach (int row in splits[fold].Test)
            {
                margins[row] = chosen.Margins[row];
            }
        }

        return margins;
    }
}
