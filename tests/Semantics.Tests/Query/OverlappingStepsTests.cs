using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Query;

/// <summary>Weeks do not lie in months: what is known for a whole step only has no value for a part of one.</summary>
public sealed class OverlappingStepsTests
{
    [Theory]
    [InlineData("inventory", "value", "steps-overlap")]
    [InlineData("cash", "receivables", "steps-overlap")]
    [InlineData("cash", "dso_days", "steps-overlap")]
    [InlineData("sales", "revenue", null)]
    public void A_window_or_a_number_of_days_has_no_value_for_a_part_of_a_week(string subject, string measure, string? code)
    {
        Assert.Equal(code, ReasonFor(subject, measure, TimeGrain.Month, TimeGrain.Week));
        Assert.Equal(code, ReasonFor(subject, measure, TimeGrain.Week, TimeGrain.Quarter));
        Assert.Null(ReasonFor(subject, measure, TimeGrain.Quarter, TimeGrain.Month));
        Assert.Null(ReasonFor(subject, measure, TimeGrain.Week, TimeGrain.Day));
    }

    private static string? ReasonFor(string subject, string measure, TimeGrain outer, TimeGrain inner)
    {
        Subject asked = ModelReader.Shipped.Subject(subject)!;
        CutRequest cut = new() { Grain = inner, Measures = [new MeasureRequest(asked.Measure(measure)!)] };
        MetricQuery query = new()
        {
            Subject = asked,
            Period = new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)),
            AsOf = new DateOnly(2025, 7, 1),
            Cuts = [new CutRequest { Grain = outer, Cuts = [cut] }],
        };
        return QueryPlanner.Plan(query).AllCuts[1].Unavailable.SingleOrDefault()?.Code;
    }
}
