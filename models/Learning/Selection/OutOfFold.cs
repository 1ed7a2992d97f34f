using ProdSales.Learning.Evaluation;

namespace ProdSales.Learning.Selection;

/// <summary>Log-odds of rows by learners that did not see them.</summary>
internal static class OutOfFold
{
    /// <summary>The mean log-loss over some rows.</summary>
    internal static double Loss(double[] margins, bool[] labels, int[] rows)
    {
        double sum = 0;
        foreach (int row in rows)
        {
            sum += LogOdds.Loss(margins[row], labels[row]);
        }

        return sum / rows.Length;
    }

    /// <summary>Two learners mixed on the scale of log-odds.</summary>
    internal static double[] Blend(double[] one, double[] other, double shareOfOther)
    {
        double[] blend = new double[one.Length];
        for (int row = 0; row < blend.Length; row++)
        {
            blend[row] = ((1 - shareOfOther) * one[row]) + (shareOfOther * other[row]);
        }

        return blend;
    }
}
