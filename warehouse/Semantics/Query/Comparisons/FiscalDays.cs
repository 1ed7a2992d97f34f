namespace ProdSales.Semantics;

/// <summary>Pairs days that lie at the same place of fiscal months a number of months apart.</summary>
internal static class FiscalDays
{
    /// <summary>The pairs.</summary>
    /// <param name="elapsed">The days of the question.</param>
    /// <param name="months">Writes the number of fiscal months between them.</param>
    /// <param name="mostMonths">The most that it can be.</param>
    /// <returns>The pairs, or null where the calendar does not reach.</returns>
    internal static MappedDays? Before(Period elapsed, Func<Func<string, DateOnly, string>, string> months, int mostMonths)
    {
        // A fiscal month of a retail calendar can start some days away from the calendar's own.
        if (elapsed.From < MappedDays.FirstDay.AddMonths(mostMonths + 1))
        {
            return null;
        }

        Period reach = new(elapsed.From.AddMonths(-mostMonths - 1), elapsed.To);
        return new MappedDays(reach, bound => Pairs(bound, elapsed, months(bound)));
    }

    private static string Pairs(Func<string, DateOnly, string> bound, Period elapsed, string months)
    {
        string first = bound("own_from", elapsed.From);
        string last = bound("own_to", elapsed.To);
        return $"""
            FROM dim_date AS d
            INNER JOIN dim_date AS k ON k.fiscal_year * 12 + k.fiscal_month = d.fiscal_year * 12 + d.fiscal_month - {months}
              AND d.date = least(d.fiscal_month_start + CAST(k.date - k.fiscal_month_start AS INTEGER), d.fiscal_month_end)
            WHERE d.date BETWEEN {first} AND {last}
            """.ReplaceLineEndings("\n");
    }
}
