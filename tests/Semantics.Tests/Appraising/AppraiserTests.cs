using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SemanticsTests.Appraising;

/// <summary>What a change brought, against figures by hand.</summary>
public sealed class AppraiserTests(AppraisalCompany company) : IClassFixture<AppraisalCompany>
{
    private static readonly SemanticModel Model = ModelReader.Shipped;

    private static readonly Dimension Line = Model.Dimension("product_line")!;

    private static readonly AppraisalRequest Change = new()
    {
        Treated = Only("new"),
        Control = Only("old"),
        Before = new Period(new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31)),
        After = new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)),
        AsOf = new DateOnly(2025, 7, 1),
        Benefits = Model.Benefits,
        Rates = new Dictionary<string, double> { ["capital_cost"] = 0.08, ["hour_cost"] = 50 },
        Cost = 200m,
    };

    [Fact]
    public void The_effect_is_what_the_changed_line_moved_beyond_the_other()
    {
        // Rework over revenue: .10 to .05 where something was changed, .08 to .07 where nothing was. The gap of each month of 2024 lies .04 below that of 2023, and
        // .002, .002, .008, .014, .014, .008 off that: the squares sum to .001056, so the error is the root of .001056 / 11 / 12, and t(11) is 2.2009852.
        AppraisedBenefit found = Of("less_rework");

        Assert.Equal((0.1, 0.05), (Math.Round(found.Treated!.Value.Before.Whole!.Value, 12), Math.Round(found.Treated.Value.After.Whole!.Value, 12)));
        Assert.Equal((0.08, 0.07), (Math.Round(found.Control!.Value.Before.Whole!.Value, 12), Math.Round(found.Control.Value.After.Whole!.Value, 12)));
        Assert.Equal(-0.04, found.Effect!.Value, 12);
        Assert.Equal(-0.04622533, found.Estimate!.Low, 8);
        Assert.Equal(-0.03377467, found.Estimate.High, 8);
        Assert.False(found.Placebo!.IsTold);
        Assert.Equal(AppraisalVerdict.Better, found.Verdict);
    }

    [Fact]
    public void Less_of_what_costs_is_worth_money_as_of_a_year_of_365_days()
    {
        // 12,000 of revenue in the 366 days of 2024.
        AppraisedBenefit found = Of("less_rework");

        Assert.Equal(12_000 * 365.0 / 366, found.Worth!.Value, 8);
        Assert.Equal(0.04 * 12_000 * 365 / 366, found.Amount!.Value, 8);
        Assert.Equal(0.03377467 * 12_000 * 365 / 366, found.AmountInterval!.Value.Low, 3);
    }

    [Fact]
    public void Stock_that_is_not_there_saves_what_its_capital_costs()
    {
        // 1,200 of stock became 900, at 8 % a year: 24. In days 60.83 to 45.75, while the other line went from 60.83 to 61 for the leap day.
        AppraisedBenefit found = Of("less_stock");

        Assert.Equal(-15.25, found.Effect!.Value, 9);
        Assert.Equal(24, found.Amount!.Value, 3); // what is sold a day is money of four places
    }

    [Fact]
    public void Hours_of_repair_are_worth_what_an_hour_costs() => Assert.Equal(1 * 12 * 365.0 / 366 * 50, Of("shorter_repairs").Amount!.Value, 8);

    [Fact]
    public void The_return_is_what_came_back_a_year_less_the_cost_over_the_cost()
    {
        AppraisalAnswer answer = Answer(Change);
        double amount = (0.04 * 12_000 * 365 / 366) + 24 + (12 * 365.0 / 366 * 50);

        Assert.Equal(amount, answer.Amount!.Value, 3);
        Assert.Equal((amount - 200) / 200, answer.Return!.Value, 5);
        Assert.True(answer.ReturnInterval!.Value.Low < answer.Return && answer.Return < answer.ReturnInterval.Value.High);
        Assert.Null((Answer(Change with { Cost = null })).Return);
    }

    [Fact]
    public void On_a_day_on_which_nothing_was_changed_there_is_no_effect()
    {
        AppraisalRequest placebo = Change with
        {
            Before = new Period(new DateOnly(2023, 1, 1), new DateOnly(2023, 6, 30)),
            After = new Period(new DateOnly(2023, 7, 1), new DateOnly(2023, 12, 31)),
        };

        Assert.Equal(AppraisalVerdict.NoEffect, Of("less_rework", placebo).Verdict);
        Assert.Equal(0, Of("less_rework", placebo).Effect!.Value, 9);
    }

    [Fact]
    public void What_swings_more_than_it_moved_has_no_effect() => Assert.Equal(AppraisalVerdict.NoEffect, Of("less_rework", Change with { Treated = Only("same") }).Verdict);

    [Fact]
    public void What_drifted_before_is_not_put_down_to_the_change_and_is_no_return()
    {
        AppraisedBenefit found = Of("less_rework", Change with { Treated = Only("drift") });

        Assert.Equal(AppraisalVerdict.DriftedBefore, found.Verdict);
        Assert.False(found.Counts);
    }

    [Fact]
    public void Without_a_control_what_befell_everybody_is_told_too()
    {
        AppraisedBenefit found = Of("less_rework", Change with { Control = null });

        Assert.Null(found.Control);
        Assert.Equal(-0.05, found.Effect!.Value, 12);
    }

    [Fact]
    public void All_others_may_be_the_control()
    {
        // The others, old with twice the revenue of drift and of same: 160, 130 and 80 a month of 4,000 in 2023; 140, 160 and 70 in 2024.
        AppraisedBenefit found = Of("less_rework", Change with { Control = Only("new") with { IsExcluding = true } });

        Assert.Equal(370.0 / 4000, found.Control!.Value.After.Whole!.Value, 12);
        Assert.Equal(-0.05, found.Effect!.Value, 9);
    }

    [Fact]
    public void Two_months_tell_nothing_of_chance()
    {
        AppraisedBenefit found = Of("less_rework", Change with { After = new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 2, 29)) });

        Assert.Equal(AppraisalVerdict.TooFewMonths, found.Verdict);
        Assert.False(found.Counts);
    }

    [Fact]
    public void A_frozen_baseline_stands_beside_what_is_worked_out_today()
    {
        AppraisedBenefit found = Of("less_rework");

        Assert.Equal((0.11, 0.082), (found.FrozenTreated, found.FrozenControl));
        Assert.Null(Of("less_stock").FrozenTreated);
        Assert.Null(Of("less_rework", Change with { Scope = Scoped() }).FrozenTreated);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(("rate-not-stated", "capital_cost"), Reason(Of("less_stock", Change with { Rates = new Dictionary<string, double>() })));
        Assert.Equal(("no-data", null), Reason(Of("on_time_delivery")));
        Assert.Equal(("not-connected", "fact_schedule_line"), Reason(Of("on_time_delivery", Change with { Unconnected = new HashSet<string> { "fact_schedule_line" } })));
        Dimension region = Model.Dimension("region")!;
        Assert.Equal(("dimension-not-appraised", "region"), Reason(Of("less_rework", Change with { Treated = new MemberFilter(region, false, false, ["华东"]), Control = null })));
        Assert.Equal(AppraisalVerdict.NotKnown, Of("on_time_delivery").Verdict);

        static (string, string?) Reason(AppraisedBenefit found) => (found.Reason!.Code, found.Reason.Detail);
    }

    [Theory]
    [InlineData("2023-01-02", "2023-12-31", "2024-01-01", "2024-12-31", "months-not-whole")]
    [InlineData("2023-01-01", "2023-12-31", "2024-01-01", "2024-12-30", "months-not-whole")]
    [InlineData("2023-01-01", "2024-01-31", "2024-01-01", "2024-12-31", "periods-out-of-order")]
    [InlineData("2023-01-01", "2023-12-31", "2024-01-01", "2025-07-31", "after-not-over")]
    public void Days_that_cannot_be_compared_are_refused(string beforeFrom, string beforeTo, string afterFrom, string afterTo, string code)
    {
        AppraisalRequest request = Change with { Before = new Period(Day(beforeFrom), Day(beforeTo)), After = new Period(Day(afterFrom), Day(afterTo)) };

        Assert.Equal(code, Outcome(request).Refusal!.Code);

        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
    }

    [Fact]
    public void A_cost_of_nothing_and_a_member_on_both_sides_are_refused()
    {
        Assert.Equal("cost-not-positive", Outcome(Change with { Cost = 0m }).Refusal!.Code);
        AppraisalRefusal refusal = Outcome(Change with { Control = new MemberFilter(Line, false, false, ["old", "new"]) }).Refusal!;
        Assert.Equal(("member-on-both-sides", "new"), (refusal.Code, refusal.Facts["member"]));
    }

    [Fact]
    public void The_scope_of_the_asker_goes_to_every_measure()
    {
        AppraisedBenefit found = Of("less_rework", Change with { Scope = Scoped() });

        Assert.Equal(AppraisalVerdict.NotKnown, found.Verdict);
        Assert.Equal("scope-not-reached", found.Reason!.Code);
    }

    private static SecurityScope Scoped() =>
        SecurityScope.Of(Model, new Principal(["regional_manager"], new Dictionary<string, IReadOnlyList<string>> { ["region"] = ["华东"] })).Scope!;

    private static MemberFilter Only(string line) => new(Line, false, false, [line]);

    private AppraisedBenefit Of(string benefit, AppraisalRequest? request = null) => Answer(request ?? Change).Benefits.Single(found => found.Benefit.Name == benefit);

    private AppraisalAnswer Answer(AppraisalRequest request) => Outcome(request).Answer!;

    private AppraisalOutcome Outcome(AppraisalRequest request)
    {
        using ReaderLease lease = company.Database.Readers.Lease();
        return Appraiser.Answer(Model, request, lease.Connection);
    }
}
