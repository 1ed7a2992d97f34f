namespace ProdSales.Semantics;

/// <summary>A period against as many workdays of another, the n-th against the n-th.</summary>
/// <remarks>
/// Days off go with the workday before them, and those that a period starts with go with its first workday.
/// Workdays that the other period has too many are left out; where it has too few, the last ones of this period have nothing to compare with.
/// </remarks>
internal sealed record WorkdayComparison : Comparison
{
    private readonly Comparison _other;

    internal WorkdayComparison(string name, string description, Comparison other)
        : base(name, description) => _other = other;

    private protected override ComparedDays? Days(Period asked, Period elapsed)
    {
        Period other = ((ShiftedDays)_other.Of(asked, asked.To)!).Period;
        return other.From < MappedDays.FirstDay ? null : new MappedDays(other, bound => Pairs(bound, other, elapsed));
    }

    private static string Pairs(Func<string, DateOnly, string> bound, Period other, Period elapsed)
    {
        string from = bound("from", other.From);
        string to = bound("to", other.To);
        string first = bound("own_from", elapsed.From);
        string last = bound("own_to", elapsed.To);
        return $"""
            FROM ({Before(first)}) AS own
            CROSS JOIN ({Before(from)}) AS other
            CROSS JOIN dim_date AS k
            INNER JOIN dim_date AS d ON d.workday_number - own.workdays_before = greatest(k.workday_number - other.workdays_before, 1)
            WHERE k.date BETWEEN {from} AND {to}
              AND d.is_workday AND d.date BETWEEN {first} AND {last}
            """.ReplaceLineEndings("\n");
    }

    private static string Before(string day) => $"SELECT b.workday_number - CAST(b.is_workday AS INTEGER) AS workdays_before FROM dim_date AS b WHERE b.date = {day}";
}
