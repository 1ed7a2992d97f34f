namespace ProdSales.Semantics;

/// <summary>A period against the fiscal month, quarter or year before: the smallest that holds it; as many fiscal years where it spans several.</summary>
internal sealed record PreviousFiscalPeriodComparison()
    : Comparison("previous_fiscal_period", "The fiscal month, quarter or year before the smallest one that holds the period, at the same place in it.")
{
    private protected override ComparedDays? Days(Period asked, Period elapsed) =>
        FiscalDays.Before(elapsed, bound => Months(bound, asked), (asked.To.Year - asked.From.Year + 2) * 12);

    private static string Months(Func<string, DateOnly, string> bound, Period asked)
    {
        string first = bound("asked_from", asked.From);
        string last = bound("asked_to", asked.To);
        return $"""
            (
                    SELECT CASE WHEN b.fiscal_year > a.fiscal_year THEN 12 * (b.fiscal_year - a.fiscal_year + 1)
                        WHEN b.fiscal_quarter > a.fiscal_quarter THEN 12
                        WHEN b.fiscal_month > a.fiscal_month THEN 3
                        ELSE 1 END
                    FROM dim_date AS a, dim_date AS b WHERE a.date = {first} AND b.date = {last}
                )
            """.ReplaceLineEndings("\n");
    }
}
