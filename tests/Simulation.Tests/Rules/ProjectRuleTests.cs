using ProdSales.Feeds;

namespace ProdSales.Simulation.Tests;

/// <summary>Projects of the demo company follow their orders.</summary>
[Collection(DemoCompanyCollection.Name)]
public sealed class ProjectRuleTests(DemoCompanies companies)
{
    private DemoRows Rows => companies.Planted;

    [Fact]
    public void A_task_begins_when_the_one_before_it_is_done()
    {
        Dictionary<string, ProjectTask> tasks = Rows.All<ProjectTask>().ToDictionary(task => task.SourceId, StringComparer.Ordinal);
        ProjectTask[] followers = [.. tasks.Values.Where(task => task.PredecessorId is not null)];

        Assert.NotEmpty(followers);
        Assert.All(followers, task => Assert.Equal(tasks[task.PredecessorId!].FinishedDate, task.StartedDate));
        Assert.All(tasks.Values, task => Assert.True(task.FinishedDate is null || task.FinishedDate >= task.StartedDate));
        Assert.All(tasks.Values, task => Assert.True(task.FinishedDate is null || task.FinishedDate <= Rows.Options.LastDay));
    }

    [Fact]
    public void The_shipping_of_a_project_ends_when_the_last_machine_of_its_order_arrives()
    {
        Dictionary<string, string> orders = Rows.All<Project>().ToDictionary(project => project.SourceId, project => project.OrderId!, StringComparer.Ordinal);
        HashSet<string> machines = [.. Rows.All<SalesOrderLine>().Where(line => line.IsMadeToOrder is true).Select(line => $"{line.OrderId}|{line.ProductId}")];
        Dictionary<string, DateOnly> arrived = Rows.All<Delivery>().Where(delivery => machines.Contains($"{delivery.OrderId}|{delivery.ProductId}"))
            .GroupBy(delivery => delivery.OrderId!, StringComparer.Ordinal).ToDictionary(order => order.Key, order => order.Max(delivery => delivery.DeliveredDate), StringComparer.Ordinal);
        ProjectTask[] shipped = [.. Rows.All<ProjectTask>().Where(task => task.Department == "logistics" && task.FinishedDate is not null)];

        Assert.NotEmpty(shipped);
        Assert.All(shipped, task => Assert.Equal(arrived[orders[task.ProjectId]], task.FinishedDate));
    }

    [Fact]
    public void Every_task_that_is_done_has_its_cost_and_no_other_has()
    {
        IEnumerable<string> done = Rows.All<ProjectTask>().Where(task => task.FinishedDate is not null).Select(task => task.SourceId);
        IEnumerable<string> paid = Rows.All<ProjectCost>().Select(cost => cost.TaskId!);

        Assert.Equal(done.Order(StringComparer.Ordinal), paid.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Labour_of_late_projects_costs_more_than_it_was_to()
    {
        Dictionary<string, decimal> paid = Rows.All<ProjectCost>().Where(cost => cost.Kind == "labour").ToDictionary(cost => cost.TaskId!, cost => cost.Amount, StringComparer.Ordinal);
        ProjectTask[] done = [.. Rows.All<ProjectTask>().Where(task => paid.ContainsKey(task.SourceId))];

        Assert.True(Overrun(done.Where(task => task.Risk == "high")) > 1.02m * Overrun(done.Where(task => task.Risk == "low")));

        decimal Overrun(IEnumerable<ProjectTask> tasks) => tasks.Sum(task => paid[task.SourceId]) / tasks.Sum(task => task.PlannedAmount);
    }
}
