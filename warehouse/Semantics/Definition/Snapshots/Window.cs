namespace ProdSales.Semantics;

/// <summary>Which days of a fact speak for a period, or for each step of time that a cut is made by.</summary>
public enum Window
{
    /// <summary>Every day of the period: what happened in it.</summary>
    Period,

    /// <summary>The last snapshot in the period.</summary>
    Last,

    /// <summary>The first snapshot in the period.</summary>
    First,

    /// <summary>The mean over the snapshots in the period: a sum is divided by the number of days that have any snapshot, so that parts add up.</summary>
    Average,

    /// <summary>The last snapshot of the last calendar month that ends within the period.</summary>
    LastComplete,

    /// <summary>From the first day of the month in which the period ends.</summary>
    MonthToDate,

    /// <summary>From the first day of the quarter in which the period ends.</summary>
    QuarterToDate,

    /// <summary>From the first day of the year in which the period ends.</summary>
    YearToDate,

    /// <summary>Everything up to the end of the period: the balance of moves.</summary>
    Cumulative,

    /// <summary>Everything before the period: the balance with which it opens.</summary>
    Opening,
}
