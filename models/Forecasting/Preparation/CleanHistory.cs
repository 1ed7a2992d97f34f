namespace ProdSales.Forecasting.Preparation;

/// <summary>A history without gaps, scaled to the size of one by a power of two, so that no sum overflows and the scale changes no digit.</summary>
internal sealed class CleanHistory
{
    private CleanHistory(double[] values, double unit, int trailing, bool isNonNegative)
    {
        (Values, Unit, Trailing, IsNonNegative) = (values, unit, trailing, isNonNegative);
    }

    /// <summary>Gets the values from the first to the last known one, over <see cref="Unit"/>.</summary>
    internal double[] Values { get; }

    /// <summary>Gets what a value of one stands for.</summary>
    internal double Unit { get; }

    /// <summary>Gets how many values after the last known one are missing.</summary>
    internal int Trailing { get; }

    /// <summary>Gets whether no known value is negative.</summary>
    internal bool IsNonNegative { get; }

    /// <summary>Cleans; what was done goes to the notes.</summary>
    internal static CleanHistory Of(ReadOnlySpan<double> values, int period, List<Guard> notes)
    {
        Note(notes, GuardCodes.NotFinite, CountInfinite(values));
        int first = 0;
        int last = values.Length - 1;
        while (first <= last && !double.IsFinite(values[first]))
        {
            first++;
        }

        while (last >= first && !double.IsFinite(values[last]))
        {
            last--;
        }

        if (last < first)
        {
            notes.Add(new Guard(GuardCodes.NoHistory, values.Length));
            return new CleanHistory([], 1, 0, true);
        }

        Note(notes, GuardCodes.LeadingGap, first);
        Note(notes, GuardCodes.TrailingGap, values.Length - 1 - last);
        double[] known = values[first..(last + 1)].ToArray();
        double unit = UnitOf(known);
        bool isNonNegative = true;
        for (int t = 0; t < known.Length; t++)
        {
            known[t] = double.IsFinite(known[t]) ? known[t] / unit : double.NaN;
            isNonNegative &= !(known[t] < 0);
        }

        Note(notes, GuardCodes.GapFilled, GapFilling.Fill(known, period));
        return new CleanHistory(known, unit, values.Length - 1 - last, isNonNegative);
    }

    private static void Note(List<Guard> notes, string code, int count)
    {
        if (count > 0)
        {
            notes.Add(new Guard(code, count));
        }
    }

    private static int CountInfinite(ReadOnlySpan<double> values)
    {
        int count = 0;
        foreach (double value in values)
        {
            count += double.IsInfinity(value) ? 1 : 0;
        }

        return count;
    }

    private static double UnitOf(double[] values)
    {
        double greatest = 0;
        foreach (double value in values)
        {
            greatest = double.IsFinite(value) ? Math.Max(greatest, Math.Abs(value)) : greatest;
        }

        return greatest == 0 ? 1 : Math.ScaleB(1, Math.Clamp(Math.ILogB(greatest), -1000, 1000));
    }
}
