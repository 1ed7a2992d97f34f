namespace ProdSales.Semantics;

/// <summary>A period against the same fiscal months a fiscal year before.</summary>
internal sealed record LastFiscalYearComparison()
    : Comparison("same_period_last_fiscal_year", "The same days of the same fiscal months of the fiscal year before.")
{
    private protected override ComparedDays? Days(Period asked, Period elapsed) => FiscalDays.Before(elapsed, _ => "12", 12);
}
