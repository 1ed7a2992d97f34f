namespace ProdSales.Predictions.Frames;

/// <summary>The days on which subjects are asked about for training.</summary>
internal static class Landmarks
{
    private const int MiddleOfMonth = 15;

    /// <summary>Gives the landmarks from a day to a day.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, itself a landmark only where it is one.</param>
    /// <param name="withMiddles">Whether the fifteenth of each month is one beside its last day.</param>
    internal static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last, bool withMiddles)
    {
        for (DateOnly day = first; day <= last; day = day.AddDays(1))
        {
            if (Includes(day, withMiddles))
            {
                yield return day;
            }
        }
    }

    /// <summary>Whether a day is a landmark.</summary>
    internal static bool Includes(DateOnly day, bool withMiddles) => day.AddDays(1).Day == 1 || (withMiddles && day.Day == MiddleOfMonth);
}
