namespace ProdSales.Forecasting.Preparation;

/// <summary>Fills missing values between known ones.</summary>
internal static class GapFilling
{
    /// <summary>Fills in place: by the mean of the same step one season before and after where one of them is known, else on the straight line between the neighbours.</summary>
    /// <param name="values">The first and the last are known.</param>
    /// <param name="period">Steps of a season; 1 for none.</param>
    /// <returns>How many were filled.</returns>
    internal static int Fill(double[] values, int period)
    {
        int filled = 0;
        double[] known = [.. values];
        int before = 0;
        for (int t = 0; t < values.Length; t++)
        {
            if (!double.IsNaN(known[t]))
            {
                before = t;
                continue;
            }

            int after = t + 1;
            while (double.IsNaN(known[after]))
            {
                after++;
            }

            values[t] = SeasonsAround(known, t, period) ?? (known[before] + ((known[after] - known[before]) * (t - before) / (after - before)));
            filled++;
        }

        return filled;
    }

    private static double? SeasonsAround(double[] known, int t, int period)
    {
        if (period < 2)
        {
            return null;
        }

        double earlier = t >= period ? known[t - period] : double.NaN;
        double later = t + period < known.Length ? known[t + period] : double.NaN;
        return (double.IsNaN(earlier), double.IsNaN(later)) switch
        {
            (false, false) => (earlier + later) / 2,
            (false, true) => earlier,
            (true, false) => later,
            _ => null,
        };
    }
}
