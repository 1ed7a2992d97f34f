using ProdSales.Planning.Frames;

namespace ProdSales.Planning.Methods;

/// <summary>Lays commitments on leaves: one that covers several is shared out as another forecast sees them.</summary>
internal static class CommitmentPlan
{
    /// <summary>The points.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="periods">The periods forecast.</param>
    /// <param name="commitments">The commitments.</param>
    /// <param name="shares">The forecast that shares out, one array of all leaves a step.</param>
    /// <returns>One array of all leaves a step; not a number where nobody committed himself.</returns>
    internal static double[][] Points(PlannedFrame frame, IReadOnlyList<PlannedPeriod> periods, IReadOnlyList<Commitment> commitments, double[][] shares)
    {
        double[][] points = [.. periods.Select(_ => Unknown(frame.Leaves.Count))];
        foreach (Commitment commitment in commitments)
        {
            int step = periods.IndexOf(period => period.First == commitment.PeriodStart);
            int[] covered = [.. Enumerable.Range(0, frame.Leaves.Count).Where(leaf => commitment.Covers(frame.Leaves[leaf]))];
            if (step < 0 || covered.Length == 0)
            {
                continue;
            }

            double whole = covered.Sum(leaf => Math.Max(0, shares[step][leaf]));
            foreach (int leaf in covered)
            {
                double share = whole > 0 ? Math.Max(0, shares[step][leaf]) / whole : 1.0 / covered.Length;
                points[step][leaf] = (double.IsNaN(points[step][leaf]) ? 0 : points[step][leaf]) + (commitment.Amount * share);
            }
        }

        return points;
    }

    private static double[] Unknown(int count)
    {
        double[] points = new double[count];
        Array.Fill(points, double.NaN);
        return points;
    }

    private static int IndexOf<T>(this IReadOnlyList<T> list, Func<T, bool> isMeant)
    {
        for (int at = 0; at < list.Count; at++)
        {
            if (isMeant(list[at]))
            {
                return at;
            }
        }

        return -1;
    }
}
