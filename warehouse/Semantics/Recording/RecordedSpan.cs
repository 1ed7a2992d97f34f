namespace ProdSales.Semantics;

/// <summary>Of which days a fact has rows.</summary>
/// <param name="Days">The first and the last day on record.</param>
/// <param name="LongestSilence">The most days without a row one after the other between them; null where nobody had to know.</param>
public readonly record struct RecordedSpan(Period Days, int? LongestSilence)
{
    private const int UsualSilence = 7;

    /// <summary>Whether nothing more need be read: where the record begins or ends within the days asked, <see cref="LongestSilence"/> tells a pause from a hole.</summary>
    /// <param name="need">What is asked.</param>
    public bool IsKnownFor(RecordedNeed need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return LongestSilence is not null || !need.Days.Any(IsDoubtful);
    }

    private bool IsDoubtful(Period asked) => SilenceOf(asked, Window.Period) > UsualSilence;

    /// <summary>Whether only a part of some days is on record: it is silent at their beginning or their end for longer than a week, and for longer than ever within.</summary>
    /// <param name="asked">The days.</param>
    /// <param name="window">Which of them speak: the last snapshot needs no beginning, and the first no end.</param>
    internal bool IsPartOf(Period asked, Window window) => SilenceOf(asked, window) > Math.Max(UsualSilence, LongestSilence ?? 0);

    // Days before a first row and after a last row that lies among them.
    private int SilenceOf(Period asked, Window window)
    {
        int before = window is not (Window.Last or Window.LastComplete) && asked.From < Days.From && Days.From <= asked.To ? Days.From.DayNumber - asked.From.DayNumber : 0;
        int after = window is not Window.First && asked.From <= Days.To && Days.To < asked.To ? asked.To.DayNumber - Days.To.DayNumber : 0;
        return Math.Max(before, after);
    }
}
