namespace ProdSales.Forecasting.Intermittent;

/// <summary>How demand comes.</summary>
public static class DemandPattern
{
    private const double IntervalLimit = 1.32;

    private const double VariationLimit = 0.49;

    /// <summary>Tells the class of a history.</summary>
    /// <param name="values">The values; missing ones are left out.</param>
    /// <returns><see cref="DemandClass.None"/> when no value is known; smooth when one is negative, or none differs from zero.</returns>
    public static DemandClass ClassOf(ReadOnlySpan<double> values)
    {
        int known = 0;
        int demands = 0;
        double sum = 0;
        double squares = 0;
        bool isNegative = false;
        foreach (double value in values)
        {
            known += double.IsFinite(value) ? 1 : 0;
            isNegative |= value < 0;
            if (double.IsFinite(value) && value != 0)
            {
                demands++;
                sum += value;
                squares += value * value;
            }
        }

        if (known == 0 || demands == 0 || isNegative)
        {
            return known == 0 ? DemandClass.None : DemandClass.Smooth;
        }

        double mean = sum / demands;
        double variation = ((squares / demands) - (mean * mean)) / (mean * mean);
        return ((double)known / demands >= IntervalLimit, variation >= VariationLimit) switch
        {
            (false, false) => DemandClass.Smooth,
            (false, true) => DemandClass.Erratic,
            (true, false) => DemandClass.Intermittent,
            _ => DemandClass.Lumpy,
        };
    }
}
