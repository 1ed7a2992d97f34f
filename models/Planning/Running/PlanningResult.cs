using ProdSales.Forecasting.Reconciliation;
using ProdSales.Planning.Calendars;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Intervals;

namespace ProdSales.Planning.Running;

/// <summary>What forecasting one definition from one origin came to.</summary>
public sealed record PlanningResult
{
    /// <summary>Gets the definition.</summary>
    public required PlannedSeries Series { get; init; }

    /// <summary>Gets the origin day.</summary>
    public required DateOnly Origin { get; init; }

    /// <summary>Gets how it ended.</summary>
    public required PlanningOutcome Outcome { get; init; }

    /// <summary>Gets the number of series.</summary>
    public int Leaves { get; init; }

    /// <summary>Gets the number of forecasts that were loaded.</summary>
    public int Rows { get; init; }

    /// <summary>Gets the methods that said something.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Gets the methods that lack intervals, each from some step on, and why; empty where every method has them.</summary>
    public IReadOnlyList<IntervalShortage> WithoutIntervals { get; init; } = [];

    /// <summary>Gets what of the calendar was taken into account.</summary>
    public CalendarUse Calendar { get; init; }

    /// <summary>Gets how sums were made to add up.</summary>
    public ReconciliationMethod Reconciliation { get; init; }

    /// <summary>Gets the items of which nothing is known, so that nothing is forecast.</summary>
    public IReadOnlyList<string> WithoutHistory { get; init; } = [];

    /// <summary>Gets what is wrong, sentence by sentence; empty when all is well.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
