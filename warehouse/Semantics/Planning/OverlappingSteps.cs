namespace ProdSales.Semantics;

/// <summary>Tells cuts whose steps of time do not lie one in the other: a week may lie in two months.</summary>
internal static class OverlappingSteps
{
    /// <summary>Whether the measure has a window for each step, or counts its days: a part of a week has neither of its own.</summary>
    internal static bool Concern(Measure measure, PlannedCut cut)
    {
        TimeGrain[] grains = [.. cut.Keys.Select(key => key.Grain).OfType<TimeGrain>()];
        return grains.Contains(TimeGrain.Week)
            && Array.Exists(grains, grain => grain > TimeGrain.Week)
            && (CountsDays(measure.Formula) || measure.Aggregates().Any(part => part.Window is not Window.Period));
    }

    private static bool CountsDays(Formula formula) => formula switch
    {
        PeriodDays => true,
        Arithmetic arithmetic => CountsDays(arithmetic.Left) || CountsDays(arithmetic.Right),
        ScalarCall call => call.Arguments.Any(CountsDays),
        _ => false,
    };
}
