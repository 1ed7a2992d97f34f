using ProdSales.Feeds;

namespace ProdSales.Simulation.Tests;

/// <summary>The rows keep the rules of the business among each other.</summary>
[Collection(DemoCompanyCollection.Name)]
public sealed class DomainRuleTests(DemoCompanies companies)
{
    private DemoRows Rows => companies.Planted;

    [Fact]
    public void No_schedule_line_is_delivered_beyond_its_quantity()
    {
        Dictionary<string, decimal> ordered = Rows.All<ScheduleLine>()
            .ToDictionary(line => line.SourceId, line => line.IsCancelled is true ? 0 : line.OrderedQuantity, StringComparer.Ordinal);

        Assert.All(Rows.All<Delivery>().GroupBy(delivery => delivery.ScheduleLineId, StringComparer.Ordinal), line => Assert.True(line.Sum(delivery => delivery.Quantity) <= ordered[line.Key]));
    }

    [Fact]
    public void Schedule_lines_add_up_to_the_order_line()
    {
        Dictionary<string, decimal> promised = Sum(Rows.All<ScheduleLine>(), line => line.OrderLineId!, line => line.OrderedQuantity);

        Assert.All(Rows.All<SalesOrderLine>(), line => Assert.Equal(line.Quantity, promised[line.SourceId]));
    }

    [Fact]
    public void Nothing_is_delivered_before_it_is_ordered()
    {
        Dictionary<string, DateOnly> ordered = Rows.All<SalesOrderLine>()
            .DistinctBy(line => line.OrderId).ToDictionary(line => line.OrderId, line => line.OrderedDate, StringComparer.Ordinal);

        Assert.All(Rows.All<Delivery>(), delivery => Assert.True(delivery.DeliveredDate > ordered[delivery.OrderId!]));
    }

    [Fact]
    public void A_promise_moves_only_forward_and_the_first_one_stays()
    {
        ScheduleLine[] moved = [.. Rows.All<ScheduleLine>().Where(line => line.CurrentCommitDate is not null)];

        Assert.NotEmpty(moved);
        Assert.All(moved, line => Assert.True(line.CurrentCommitDate > line.FirstCommitDate.AddDays(-1)));
        Assert.All(Rows.All<ScheduleLine>(), line => Assert.True(line.FirstCommitDate >= line.RequestedDate));
    }

    [Fact]
    public void A_broken_promise_has_a_cause_and_a_kept_one_has_none()
    {
        Dictionary<string, (DateOnly Last, decimal Sum)> delivered = Rows.All<Delivery>()
            .GroupBy(row => row.ScheduleLineId, StringComparer.Ordinal)
            .ToDictionary(line => line.Key, line => (line.Max(row => row.DeliveredDate), line.Sum(row => row.Quantity)), StringComparer.Ordinal);

        foreach (ScheduleLine line in Rows.All<ScheduleLine>().Where(line => line.IsCancelled is not true))
        {
            bool isDone = delivered.TryGetValue(line.SourceId, out (DateOnly Last, decimal Sum) done) && done.Sum == line.OrderedQuantity;
            bool isBroken = (isDone ? done.Last : Rows.Options.LastDay) > line.FirstCommitDate;
            Assert.Equal(isBroken, line.DelayCause is not null);
        }
    }

    [Fact]
    public void Cancelled_lines_are_neither_delivered_nor_made()
    {
        HashSet<string> cancelled = [.. Rows.All<SalesOrderLine>().Where(line => line.IsCancelled is true).Select(line => line.OrderId)];

        Assert.NotEmpty(cancelled);
        Assert.DoesNotContain(Rows.All<Delivery>(), delivery => cancelled.Contains(delivery.OrderId!));
        Assert.DoesNotContain(Rows.All<WorkOrder>(), order => cancelled.Contains(order.OrderLineId!.Split('-')[0]));
    }

    [Fact]
    public void Net_is_list_less_discount_to_the_cent() =>
        Assert.All(Rows.All<SalesOrderLine>(), line => Assert.Equal(line.ListAmount - line.DiscountAmount, line.NetAmount));

    [Fact]
    public void A_won_opportunity_has_its_order_with_its_amount()
    {
        Dictionary<string, decimal> ordered =
            Sum(Rows.All<SalesOrderLine>().Where(line => line.OpportunityId is not null), line => line.OpportunityId!, line => line.NetAmount);
        Opportunity[] won = [.. Rows.All<Opportunity>().Where(opportunity => opportunity.Outcome == "won")];

        Assert.Equal(won.Select(opportunity => opportunity.SourceId).Order(StringComparer.Ordinal), ordered.Keys.Order(StringComparer.Ordinal));
        Assert.All(won, opportunity => Assert.Equal(opportunity.Amount, ordered[opportunity.SourceId]));
    }

    [Fact]
    public void Stage_events_lead_to_where_the_opportunity_stands()
    {
        Dictionary<string, StageEvent[]> events = Rows.All<StageEvent>().GroupBy(row => row.OpportunityId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(row => row.SourceId, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

        foreach (Opportunity opportunity in Rows.All<Opportunity>())
        {
            StageEvent[] way = events[opportunity.SourceId];
            Assert.Equal(opportunity.StageId, way[^1].ToStageId);
            Assert.Null(way[0].FromStageId);
            Assert.Equal(way.SkipLast(1).Select(step => step.ToStageId), way.Skip(1).Select(step => step.FromStageId));
            Assert.Equal(way.Select(step => step.OccurredDate).Order(), way.Select(step => step.OccurredDate));
        }
    }

    [Fact]
    public void Receipts_never_exceed_their_invoice()
    {
        Dictionary<string, decimal> invoiced = Rows.All<Invoice>()
            .ToDictionary(invoice => invoice.SourceId, invoice => invoice.Amount, StringComparer.Ordinal);

        Assert.All(Sum(Rows.All<Receipt>(), receipt => receipt.InvoiceId, receipt => receipt.Amount), paid => Assert.True(paid.Value <= invoiced[paid.Key]));
    }

    [Fact]
    public void Invoices_of_an_order_that_is_wholly_delivered_are_its_net_amount()
    {
        Dictionary<string, decimal> invoiced = Sum(Rows.All<Invoice>(), invoice => invoice.OrderId!, invoice => invoice.Amount);
        Dictionary<string, decimal> delivered = Sum(Rows.All<Delivery>(), delivery => delivery.OrderId!, delivery => delivery.Quantity);
        var whole = Rows.All<SalesOrderLine>().GroupBy(line => line.OrderId, StringComparer.Ordinal)
            .Where(order => delivered.GetValueOrDefault(order.Key) == order.Sum(line => line.Quantity)).ToArray();

        Assert.NotEmpty(whole);
        Assert.All(whole, order => Assert.Equal(order.Sum(line => line.NetAmount), invoiced[order.Key]));
    }

    [Fact]
    public void Offices_banks_carriers_and_gates_are_closed_on_weekends_and_holidays()
    {
        AssertWorkdays(Rows.All<SalesOrderLine>(), line => line.OrderedDate);
        AssertWorkdays(Rows.All<Delivery>(), delivery => delivery.DeliveredDate);
        AssertWorkdays(Rows.All<Invoice>(), invoice => invoice.InvoiceDate);
        AssertWorkdays(Rows.All<Receipt>(), receipt => receipt.ReceivedDate);
        AssertWorkdays(Rows.All<OperationReport>(), report => report.ReportDate);
        AssertWorkdays(Rows.All<PurchaseOrderLine>(), line => line.OrderedDate);
        AssertWorkdays(Rows.All<PurchaseOrderLine>().Where(line => line.ReceivedDate is not null), line => line.ReceivedDate!.Value);
        AssertWorkdays(Rows.All<Opportunity>().Where(row => row.Outcome == "won"), row => row.ClosedDate!.Value);

        static void AssertWorkdays<TRow>(IEnumerable<TRow> rows, Func<TRow, DateOnly> day)
            where TRow : FeedRow
        {
            TRow? wrong = rows.FirstOrDefault(row => !Calendar.PlantCalendar.IsWorkday(day(row)));
            Assert.True(wrong is null, $"{wrong?.SourceId} on {(wrong is null ? default : day(wrong)):ddd yyyy-MM-dd}");
        }
    }

    [Fact]
    public void Every_customer_who_was_there_in_time_has_ordered()
    {
        HashSet<string> buying = [.. Rows.All<SalesOrderLine>().Select(line => line.CustomerId!)];
        Customer[] quiet = [.. Rows.Latest<Customer>().Values.Where(customer => customer.CreatedDate < Rows.Options.LastDay.AddDays(-180) && !buying.Contains(customer.SourceId))];

        Assert.True(quiet.Length <= 0.02 * buying.Count, $"{quiet.Length} of {buying.Count + quiet.Length} customers never ordered.");
    }

    [Fact]
    public void No_month_sells_so_much_less_or_more_than_the_one_before_that_no_festival_explains_it()
    {
        int[] months = [.. Rows.All<SalesOrderLine>().CountBy(line => (line.OrderedDate.Year, line.OrderedDate.Month)).OrderBy(month => month.Key).Select(month => month.Value)];

        Assert.Equal(36, months.Length);
        Assert.All(months.Zip(months.Skip(1)), pair => Assert.InRange(pair.Second / (double)pair.First, 1 / 3.5, 3.5));
    }

    private static Dictionary<string, decimal> Sum<TRow>(IEnumerable<TRow> rows, Func<TRow, string> key, Func<TRow, decimal> amount) =>
        rows.GroupBy(key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(amount), StringComparer.Ordinal);
}
