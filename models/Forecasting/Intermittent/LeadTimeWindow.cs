namespace ProdSales.Forecasting.Intermittent;

/// <summary>The demand of one lead time of the past, and what was known before it.</summary>
/// <param name="Known">The history up to the origin.</param>
/// <param name="Came">The demand of the lead time, whole pieces.</param>
/// <param name="Origin">Which origin it follows.</param>
internal sealed record LeadTimeWindow(double[] Known, int Came, int Origin)
{
    // Origins from three quarters of the steps back to one and a half of them: the level of all parts moves, and one origin alone sees one of its moves.
    private static readonly double[] Origins = [0.75, 1, 1.25, 1.5];

    /// <summary>The lead times, one after the other, that follow each origin.</summary>
    /// <param name="histories">Complete histories that are not negative.</param>
    /// <param name="leadTime">Steps of a lead time.</param>
    /// <param name="back">About so many steps lie behind an origin; at least three quarters of them must be known before it, with a demand.</param>
    internal static List<LeadTimeWindow> Of(IReadOnlyList<double[]> histories, int leadTime, int back)
    {
        List<LeadTimeWindow> windows = [];
        for (int origin = 0; origin < Origins.Length; origin++)
        {
            int steps = (int)(Origins[origin] * back);
            foreach (double[] history in histories)
            {
                int at = history.Length - steps;
                if (at >= Origins[0] * back && history.AsSpan(0, at).ContainsAnyExcept(0))
                {
                    double[] known = history[..at];
                    for (int from = at; from + leadTime <= Math.Min(history.Length, at + Math.Max(back, leadTime)); from += leadTime)
                    {
                        windows.Add(new LeadTimeWindow(known, (int)Math.Min(int.MaxValue, Math.Round(history[from..(from + leadTime)].Sum())), origin));
                    }
                }
            }
        }

        return windows;
    }
}
