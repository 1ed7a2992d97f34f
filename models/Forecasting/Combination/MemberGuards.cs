using ProdSales.Forecasting.Preparation;

namespace ProdSales.Forecasting.Combination;

/// <summary>Keeps the forecast of a member within reason before it is combined.</summary>
internal static class MemberGuards
{
    private const double Ranges = 3;

    /// <summary>Mends in place: what is not finite becomes naive, what lies three ranges outside the history comes back, what a history that is never negative cannot be becomes zero.</summary>
    internal static void Mend(Span<double> points, double[] values, bool isNonNegative, List<Guard> notes)
    {
        double low = values.Min();
        double high = values.Max();
        double range = high - low;
        (double least, double greatest) = (isNonNegative ? Math.Max(0, low - (Ranges * range)) : low - (Ranges * range), high + (Ranges * range));
        int infinite = 0;
        int clamped = 0;
        for (int step = 0; step < points.Length; step++)
        {
            infinite += double.IsFinite(points[step]) ? 0 : 1;
            double point = double.IsFinite(points[step]) ? points[step] : values[^1];
            points[step] = Math.Clamp(point, least, greatest);
            clamped += points[step] == point || point < 0 ? 0 : 1;
        }

        Note(notes, GuardCodes.MemberNotFinite, infinite);
        Note(notes, GuardCodes.MemberClamped, clamped);
    }

    private static void Note(List<Guard> notes, string code, int count)
    {
        int at = notes.FindIndex(note => note.Code == code);
        if (count > 0 && at >= 0)
        {
            notes[at] = new Guard(code, notes[at].Count + count);
        }
        else if (count > 0)
        {
            notes.Add(new Guard(code, count));
        }
    }
}
