namespace ProdSales.Semantics;

/// <summary>A period against the one before it.</summary>
internal sealed record PreviousPeriodComparison()
    : Comparison("previous_period", "The span of the same length that ends the day before; whole months against whole months.")
{
    private protected override ComparedDays Days(Period asked, Period elapsed) => asked.IsWholeMonths
        ? ShiftedDays.Before(elapsed, ((asked.To.Year - asked.From.Year) * 12) + asked.To.Month - asked.From.Month + 1, 0)
        : ShiftedDays.Before(elapsed, 0, asked.To.DayNumber - asked.From.DayNumber + 1);
}
