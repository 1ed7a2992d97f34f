using ProdSales.Forecasting.Intervals;
using ProdSales.Forecasting.Reconciliation;
using ProdSales.Planning.Calendars;

namespace ProdSales.Planning.Hierarchies;

/// <summary>The reconciled forecast of a hierarchy.</summary>
/// <param name="Points">The points of the leaves, one array a step.</param>
/// <param name="Intervals">Intervals that hold four in five, likewise.</param>
/// <param name="Calendar">What of the calendar was taken into account.</param>
/// <param name="Reconciliation">How nodes were made to add up.</param>
internal sealed record HierarchyForecast(double[][] Points, Interval[][] Intervals, CalendarUse Calendar, ReconciliationMethod Reconciliation);
