namespace ProdSales.Learning.Features.Terms;

/// <summary>What of a date comes again, so that it can be learned from the past.</summary>
public enum DatePart
{
    /// <summary>Month of the year, 1 to 12.</summary>
    Month,

    /// <summary>Day of the week, Monday 1 to Sunday 7.</summary>
    Weekday,

    /// <summary>Days to the end of the calendar quarter, 0 on its last day.</summary>
    DaysToQuarterEnd,
}
