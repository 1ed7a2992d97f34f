namespace ProdSales.Planning.Calendars;

/// <summary>What of the calendar a forecast takes into account.</summary>
public enum CalendarUse
{
    /// <summary>Nothing: periods count alike.</summary>
    None,

    /// <summary>The workdays of each period.</summary>
    Workdays,

    /// <summary>The workdays, of which those around the Spring Festival count less, by as much as the past shows.</summary>
    SpringFestival,
}
