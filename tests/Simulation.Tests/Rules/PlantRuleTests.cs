using ProdSales.Feeds;

namespace ProdSales.Simulation.Tests;

/// <summary>Shop floor, stock and service keep their rules.</summary>
[Collection(DemoCompanyCollection.Name)]
public sealed class PlantRuleTests(DemoCompanies companies)
{
    private DemoRows Rows => companies.Planted;

    [Fact]
    public void An_operation_gets_no_more_than_the_good_pieces_of_the_one_before()
    {
        foreach (IGrouping<string, OperationReport> order in Rows.All<OperationReport>().GroupBy(report => report.WorkOrderId, StringComparer.Ordinal))
        {
            OperationReport[] steps = [.. order.OrderBy(report => report.OperationSequence)];
            for (int index = 1; index < steps.Length; index++)
            {
                Assert.True(steps[index].GoodQuantity + steps[index].ScrappedQuantity <= steps[index - 1].GoodQuantity, order.Key);
                Assert.True(steps[index].StartedAt >= steps[index - 1].FinishedAt, order.Key);
            }
        }
    }

    [Fact]
    public void Good_and_scrapped_pieces_of_a_finished_work_order_are_what_was_ordered() =>
        Assert.All(Rows.All<WorkOrder>().Where(order => order.Status == "finished"), order => Assert.Equal(order.OrderedQuantity, order.GoodQuantity + order.ScrappedQuantity));

    [Fact]
    public void Nobody_reports_two_operations_at_the_same_time()
    {
        foreach (IGrouping<string?, OperationReport> person in Rows.All<OperationReport>().GroupBy(report => report.EmployeeId, StringComparer.Ordinal))
        {
            OperationReport[] work = [.. person.OrderBy(report => report.StartedAt)];
            for (int index = 1; index < work.Length; index++)
            {
                Assert.True(work[index].StartedAt >= work[index - 1].FinishedAt, $"{work[index - 1].SourceId} and {work[index].SourceId}");
            }

            Assert.All(work, report => Assert.True(report.FinishedAt > report.StartedAt, report.SourceId));
        }
    }

    [Fact]
    public void The_minutes_of_a_work_centre_day_fit_into_the_day() => Assert.All(Rows.All<WorkCentreDay>(), day =>
    {
        Assert.True(day.ActualProductionMinutes + day.SetupMinutes + day.DownMinutes <= day.PlannedBusyMinutes + 0.2, day.SourceId);
        Assert.True(day.PlannedBusyMinutes <= day.CalendarMinutes, day.SourceId);
        Assert.True(day.PlannedBusyMinutes > 0 || day.DownReason is null, day.SourceId);
    });

    [Fact]
    public void Work_is_released_before_it_starts_and_finished_after() => Assert.All(Rows.All<WorkOrder>().Where(order => order.FinishedDate is not null), order =>
        Assert.True(order.ReleasedDate <= order.StartedDate && order.StartedDate <= order.FinishedDate, order.SourceId));

    [Fact]
    public void Nobody_reports_a_machine_that_is_not_there_yet_or_no_more()
    {
        Dictionary<string, Device> devices = Rows.Latest<Device>();

        Assert.All(Rows.All<Ticket>(), ticket => Assert.True(
            ticket.CreatedDate >= devices[ticket.DeviceId!].InstalledDate && !(ticket.CreatedDate > devices[ticket.DeviceId!].RetiredDate), ticket.SourceId));
    }

    [Fact]
    public void Reported_minutes_are_those_of_the_work_centre_days_but_for_work_begun()
    {
        double reported = Rows.All<OperationReport>().Sum(report => report.RunMinutes!.Value + report.SetupMinutes!.Value);
        double accounted = Rows.All<WorkCentreDay>().Sum(day => day.ActualProductionMinutes!.Value + day.SetupMinutes!.Value);

        Assert.InRange(accounted / reported, 0.999, 1.02);
    }

    [Fact]
    public void Stock_is_the_sum_of_its_moves_and_never_negative()
    {
        Dictionary<(string Product, DateOnly Day), (decimal Quantity, decimal Amount)> moved = Rows.All<InventoryMove>()
            .GroupBy(move => (move.ProductId, move.MoveDate))
            .ToDictionary(group => group.Key, group => (group.Sum(move => move.Quantity), group.Sum(move => move.Amount!.Value)));

        foreach (IGrouping<string, InventoryDay> product in Rows.All<InventoryDay>().GroupBy(day => day.ProductId, StringComparer.Ordinal))
        {
            (decimal quantity, decimal amount) = (0, 0);
            foreach (InventoryDay day in product.OrderBy(day => day.Day))
            {
                (decimal Quantity, decimal Amount) change = moved.GetValueOrDefault((day.ProductId, day.Day));
                quantity += change.Quantity;
                amount += change.Amount;
                Assert.Equal((quantity, amount), (day.Quantity, day.Amount!.Value));
                Assert.True(day.Quantity >= 0 && day.Amount >= 0, day.SourceId);
            }
        }
    }

    [Fact]
    public void Every_delivered_machine_becomes_a_device_unless_its_installation_is_still_to_come()
    {
        HashSet<string> machines =
            [.. Rows.Latest<Product>().Values.Where(product => product.ItemType == "finished" && product.ProductLine != "属具").Select(product => product.SourceId)];
        decimal delivered =
            Rows.All<Delivery>().Where(delivery => machines.Contains(delivery.ProductId!)).Sum(delivery => delivery.Quantity);
        decimal toCome =
            Rows.All<Delivery>().Where(delivery => machines.Contains(delivery.ProductId!) && delivery.DeliveredDate > Rows.Options.LastDay.AddDays(-5)).Sum(delivery => delivery.Quantity);
        int born = Rows.Latest<Device>().Values.Count(device => device.InstalledDate >= Rows.Options.FirstDay);

        Assert.InRange(born, delivered - toCome, delivered);
    }

    [Fact]
    public void A_device_has_a_row_for_every_month_of_its_service_also_without_failure()
    {
        Device device = Rows.All<Device>().First(device => device.InstalledDate >= Rows.Options.FirstDay);
        DateOnly[] months =
            [.. Rows.All<DeviceMonth>().Where(month => month.DeviceId == device.SourceId).Select(month => month.Month).Order()];
        DateOnly first = device.InstalledDate!.Value.AddDays(1 - device.InstalledDate.Value.Day);

        Assert.Equal(Enumerable.Range(0, months.Length).Select(first.AddMonths), months);
        Assert.Equal(new DateOnly(2026, 10, 1), months[^1]);
        Assert.Contains(Rows.All<DeviceMonth>(), month => month.Failures == 0);
    }

    [Fact]
    public void Every_failure_has_a_ticket()
    {
        int tickets = Rows.All<Ticket>().Count(ticket => ticket.FaultCode != "CS00");

        Assert.Equal(Rows.All<DeviceMonth>().Sum(month => month.Failures), tickets);
    }

    [Fact]
    public void Visits_and_part_usage_belong_to_tickets_and_are_counted_there()
    {
        Dictionary<string, int> visits =
            Rows.All<Visit>().CountBy(visit => visit.TicketId).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

        Assert.All(Rows.All<Ticket>(), ticket => Assert.Equal(visits.GetValueOrDefault(ticket.SourceId), ticket.VisitCount));
        Assert.Empty(Rows.All<PartUsage>().Select(part => part.VisitId!).Except(Rows.All<Visit>().Select(visit => visit.SourceId), StringComparer.Ordinal));
    }

    [Fact]
    public void A_ticket_is_surveyed_once_and_no_answer_is_no_score()
    {
        Survey[] surveys = [.. Rows.All<Survey>().Where(survey => survey.TicketId is not null)];

        Assert.Equal(surveys.Length, surveys.DistinctBy(survey => survey.TicketId).Count());
        Assert.Contains(surveys, survey => survey.Csat is null && survey.Nps is null);
    }
}
