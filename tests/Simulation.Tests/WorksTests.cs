using ProdSales.Feeds;

namespace ProdSales.Simulation.Tests;

/// <summary>A large company has several works; they make one company.</summary>
public sealed class WorksTests
{
    private const double Size = 0.05;

    internal static readonly DemoOptions One = new() { Scale = Size, Years = 1, LargestWorks = Size };

    internal static readonly DemoOptions Four = One with { Scale = 4 * Size };

    private readonly Lazy<DemoRows> _four = new(() => new DemoRows(Four));

    [Theory]
    [InlineData(0.02, 1)]
    [InlineData(5, 1)]
    [InlineData(5.1, 2)]
    [InlineData(100, 20)]
    public void No_works_is_larger_than_the_largest(double scale, int count) =>
        Assert.Equal(count, Works.Of(new DemoOptions { Scale = scale }).Count());

    [Fact]
    public void Four_works_sell_four_times_as_much_as_one()
    {
        int lines = new DemoCompany(One).Rows<SalesOrderLine>().Count();

        Assert.InRange(_four.Value.All<SalesOrderLine>().Count / (double)lines, 3.4, 4.6);
    }

    [Fact]
    public void Ids_of_one_feed_are_unique_across_the_works()
    {
        foreach (Feed feed in FeedCatalogue.All.Where(feed => !feed.IsFromModels))
        {
            IReadOnlyList<FeedRow> rows = _four.Value.All(feed);
            Assert.True(rows.Count == rows.Select(row => (row.SourceId, row.Version)).Distinct().Count(), feed.Name);
        }
    }

    [Fact]
    public void References_are_found_across_the_works()
    {
        foreach (Feed feed in FeedCatalogue.All.Where(feed => !feed.IsFromModels))
        {
            foreach (FeedColumn column in feed.Columns.Where(column => column.References is not null))
            {
                HashSet<string> known = [.. _four.Value.All(FeedCatalogue.Find(column.References!)!).Select(row => row.SourceId)];
                Assert.DoesNotContain(_four.Value.All(feed), row => column.Property.GetValue(row) is string id && !known.Contains(id));
            }
        }
    }

    [Fact]
    public void Every_works_has_its_own_plant_stock_and_leaving_customers()
    {
        Assert.Equal(4, _four.Value.All<WorkCentre>().Select(centre => centre.Plant).Distinct().Count());
        Assert.Equal(4 * 3, _four.Value.All<InventoryDay>().Select(day => day.Warehouse).Distinct().Count());
        Assert.Equal(4, _four.Value.Truth.LeavingCustomers!.CustomerIds.Select(id => id[..^6]).Distinct().Count());
    }

    [Fact]
    public void What_is_planned_for_the_whole_company_grows_with_it()
    {
        decimal one = new DemoCompany(One).Rows<Expense>().Sum(expense => expense.PlannedAmount!.Value);

        Assert.Equal(4, (double)(_four.Value.All<Expense>().Sum(expense => expense.PlannedAmount!.Value) / one), 0.1);
    }

    [Fact]
    public void Managers_of_all_works_commit_themselves_to_all_that_is_booked_and_a_little_more()
    {
        SalesOrderLine[] booked = [.. _four.Value.All<SalesOrderLine>().Where(line => line.IsCancelled is not true && line.OrderedDate > new DateOnly(2026, 1, 31))];
        decimal amount = booked.Where(line => line.OrderedDate <= new DateOnly(2026, 9, 30)).Sum(line => line.NetAmount * (decimal)line.ExchangeRate!.Value);
        Forecast[] next = [.. _four.Value.All<Forecast>().Where(row => row.OriginDate.AddDays(1) == row.PeriodStart && row.PeriodStart >= new DateOnly(2026, 2, 1) && row.PeriodStart < new DateOnly(2026, 10, 1))];

        Assert.InRange((double)(next.Sum(row => row.Amount!.Value) / amount), 0.98, 1.2);
        Assert.Equal(
            _four.Value.All<Employee>().Where(person => booked.Any(line => line.OwnerId == person.SourceId)).Select(person => person.ManagerId).Distinct().Order(StringComparer.Ordinal),
            next.Select(row => row.EmployeeId).Distinct().Order(StringComparer.Ordinal));
    }
}
