using ProdSales.Feeds;

namespace ProdSales.Simulation.Tests;

/// <summary>The company looks like one: its headline numbers lie where those of real makers lie, and its causes have effects.</summary>
[Collection(DemoCompanyCollection.Name)]
public sealed class HeadlineTests(DemoCompanies companies)
{
    private DemoRows Rows => companies.Plain;

    [Fact]
    public void Scale_1_means_100_000_order_lines_in_three_years() =>
        Assert.InRange(Rows.All<SalesOrderLine>().Count, 0.92 * 100_000 * DemoCompanies.Scale, 1.08 * 100_000 * DemoCompanies.Scale);

    [Fact]
    public void The_on_time_delivery_rate_is_that_of_a_maker_with_room_to_improve() => Assert.InRange(OnTimeRate(Due()), 0.78, 0.92);

    [Fact]
    public void The_gross_margin_rate_lies_between_20_and_32_percent()
    {
        SalesOrderLine[] lines = [.. Rows.All<SalesOrderLine>().Where(line => line.IsCancelled is not true)];
        decimal net = lines.Sum(line => line.NetAmount * (decimal)line.ExchangeRate!.Value);
        decimal cost = lines.Sum(line => line.CostAmount!.Value * (decimal)line.ExchangeRate!.Value);

        Assert.InRange((double)(1 - (cost / net)), 0.20, 0.32);
    }

    [Fact]
    public void About_three_of_ten_decided_opportunities_are_won()
    {
        Opportunity[] closed = [.. Rows.All<Opportunity>().Where(opportunity => opportunity.Outcome != "open")];

        Assert.InRange(closed.Count(opportunity => opportunity.Outcome == "won") / (double)closed.Length, 0.25, 0.35);
        Assert.InRange(closed.Where(opportunity => opportunity.Outcome == "won").Average(opportunity => opportunity.ClosedDate!.Value.DayNumber - opportunity.CreatedDate.DayNumber), 60, 100);
    }

    [Fact]
    public void Work_centres_are_used_well_but_not_wholly() =>
        Assert.InRange(Rows.All<WorkCentreDay>().Sum(day => day.ActualProductionMinutes + day.SetupMinutes)!.Value / Rows.All<WorkCentreDay>().Sum(day => day.PlannedBusyMinutes), 0.55, 0.9);

    [Fact]
    public void More_than_eight_of_ten_answers_are_content()
    {
        Survey[] answered = [.. Rows.All<Survey>().Where(survey => survey.Csat is not null)];

        Assert.InRange(answered.Count(survey => survey.Csat >= 4) / (double)answered.Length, 0.78, 0.92);
        Assert.InRange(answered.Length / (double)Rows.All<Survey>().Count, 0.3, 0.6);
    }

    [Fact]
    public void Most_contracts_are_renewed()
    {
        ContractTerm[] decided = [.. Rows.All<ContractTerm>().Where(term => term.RenewedAmount is not null)];

        Assert.InRange(decided.Count(term => term.RenewedAmount > 0) / (double)decided.Length, 0.8, 0.97);
    }

    [Fact]
    public void Targets_are_near_what_is_sold()
    {
        decimal target =
            Rows.All<Target>().Where(row => row.Measure == "revenue" && row.ValidTo <= Rows.Options.LastDay).Sum(row => row.TargetValue);
        decimal sold =
            Rows.All<SalesOrderLine>().Where(line => line.IsCancelled is not true && line.OrderedDate < new DateOnly(2026, 10, 1)).Sum(line => line.NetAmount * (decimal)line.ExchangeRate!.Value);

        Assert.InRange((double)(sold / target), 0.8, 1.2);
    }

    [Fact]
    public void Work_that_waited_for_material_is_finished_late_more_often()
    {
        ILookup<bool, WorkOrder> byWait = Rows.All<WorkOrder>().Where(order => order.FinishedDate is not null)
            .ToLookup(order => order.StartedDate!.Value.DayNumber - order.ReleasedDate!.Value.DayNumber > 9);

        Assert.True(Late(byWait[true]) > Late(byWait[false]) + 0.2);

        static double Late(IEnumerable<WorkOrder> orders) =>
            orders.Count(order => order.FinishedDate > order.DueDate) / (double)orders.Count();
    }

    [Fact]
    public void Every_cause_of_delay_occurs() =>
        Assert.Equal(["产能不足", "物料延迟", "物流延误", "质量返工"], Rows.All<ScheduleLine>().Select(line => line.DelayCause).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Customers_who_were_let_down_leave_more_often()
    {
        HashSet<string> gone =
            [.. Rows.Latest<Customer>().Values.Where(customer => customer.IsActive is false).Select(customer => customer.SourceId)];
        ILookup<bool, Survey> answers =
            Rows.All<Survey>().Where(survey => survey.Csat is not null).ToLookup(survey => gone.Contains(survey.CustomerId!));

        Assert.InRange(gone.Count, 1, BuyersAtMost);
        Assert.True(answers[true].Average(survey => survey.Csat) < answers[false].Average(survey => survey.Csat));
    }

    [Fact]
    public void Nobody_who_is_gone_orders_again()
    {
        Dictionary<string, DateOnly> noticed = Rows.Latest<Customer>().Values.Where(customer => customer.IsActive is false)
            .ToDictionary(customer => customer.SourceId, customer => customer.EffectiveDate!.Value, StringComparer.Ordinal);

        Assert.DoesNotContain(Rows.All<SalesOrderLine>(), line => noticed.TryGetValue(line.CustomerId!, out DateOnly day) && line.OrderedDate >= day);
    }

    [Fact]
    public void Hardly_anything_is_sold_around_the_spring_festival()
    {
        int lull = Rows.All<SalesOrderLine>()
            .Count(line => line.OrderedDate >= new DateOnly(2026, 2, 10) && line.OrderedDate <= new DateOnly(2026, 2, 26));
        int usual = Rows.All<SalesOrderLine>()
            .Count(line => line.OrderedDate >= new DateOnly(2026, 4, 10) && line.OrderedDate <= new DateOnly(2026, 4, 26));

        Assert.True(lull < 0.4 * usual);
    }

    private static int BuyersAtMost => 60;

    private static double OnTimeRate(IEnumerable<(decimal Ordered, decimal InTime)> lines) =>
        lines.Count(line => line.InTime >= line.Ordered) / (double)lines.Count();

    /// <summary>Schedule lines that are due, with what was delivered by the first promise.</summary>
    private IEnumerable<(decimal Ordered, decimal InTime)> Due()
    {
        ILookup<string, Delivery> deliveries = Rows.All<Delivery>().ToLookup(delivery => delivery.ScheduleLineId, StringComparer.Ordinal);
        return Rows.All<ScheduleLine>().Where(line => line.IsCancelled is not true && line.FirstCommitDate < Rows.Options.LastDay)
            .Select(line => (line.OrderedQuantity, deliveries[line.SourceId].Where(delivery => delivery.DeliveredDate <= line.FirstCommitDate).Sum(delivery => delivery.Quantity)));
    }
}
