namespace ProdSales.Semantics;

/// <summary>A period against the same one a year before.</summary>
internal sealed record LastYearComparison() : Comparison("same_period_last_year", "The same days a year before.")
{
    private protected override ComparedDays Days(Period asked, Period elapsed) => ShiftedDays.Before(elapsed, 12, 0);
}
