using ProdSales.Feeds;

namespace ProdSales.Simulation.Tests;

/// <summary>The planted causes show in the rows by plain arithmetic, and are absent where none was planted.</summary>
[Collection(DemoCompanyCollection.Name)]
public sealed class TruthTests(DemoCompanies companies)
{
    private Truth Truth => companies.Planted.Truth;

    [Fact]
    public void A_company_without_planted_causes_says_so()
    {
        Truth truth = companies.Plain.Truth;

        Assert.Equal((null, null, null, null), (truth.RisingDiscount, truth.Overspend, truth.FailingLot, truth.LeavingCustomers));
    }

    [Fact]
    public void The_discount_rises_only_in_the_planted_region_line_and_time()
    {
        Assert.InRange(DiscountRise(companies.Planted), Truth.RisingDiscount!.AddedDiscountRate - 0.04, Truth.RisingDiscount.AddedDiscountRate + 0.04);
        Assert.InRange(DiscountRise(companies.Plain), -0.04, 0.04);
    }

    [Fact]
    public void The_margin_of_the_planted_region_falls_by_it()
    {
        RisingDiscount cause = Truth.RisingDiscount!;

        Assert.True(MarginRate(companies.Planted, cause) < MarginRate(companies.Plain, cause) - 0.015);
    }

    [Fact]
    public void The_planted_team_overspends_on_the_planted_account_and_nobody_else_does()
    {
        Overspend cause = Truth.Overspend!;

        (string Team, string Account) worst = Spending(companies.Planted, cause).MaxBy(entry => entry.Value).Key;
        Assert.Equal((cause.OrganisationId, cause.Account), worst);
        Assert.InRange(Spending(companies.Planted, cause)[worst], cause.Factor * 0.85, cause.Factor * 1.1);
        Assert.InRange(Spending(companies.Plain, cause).Values.Max(), 0.9, 1.15);
    }

    [Fact]
    public void Devices_with_the_planted_lot_fail_early()
    {
        FailingLot cause = Truth.FailingLot!;

        Assert.InRange(FailureRatio(companies.Planted, cause), cause.FailureFactor * 0.5, cause.FailureFactor * 1.6);
        Assert.InRange(FailureRatio(companies.Plain, cause), 0.4, 1.8);
    }

    [Fact]
    public void Leaving_customers_order_less_answer_worse_and_do_not_renew()
    {
        LeavingCustomers cause = Truth.LeavingCustomers!;

        Assert.True(Orders(companies.Planted, cause) < 0.45 * Orders(companies.Plain, cause));
        Assert.True(Content(companies.Planted, cause) < Content(companies.Plain, cause) - 0.8);
        Assert.DoesNotContain(companies.Planted.All<ContractTerm>(), term => cause.CustomerIds.Contains(term.CustomerId) && term.RenewedDate >= cause.From);
    }

    [Fact]
    public void Leaving_customers_are_not_marked_as_lost()
    {
        Dictionary<string, Customer> customers = companies.Planted.Latest<Customer>();

        Assert.All(Truth.LeavingCustomers!.CustomerIds, id => Assert.True(customers[id].IsActive));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20_261_031)]
    public void Every_seed_plants_all_causes_inside_the_company(long seed)
    {
        DemoOptions options = new() { Seed = seed, Scale = 0.02 };
        Truth truth = new DemoCompany(options).Truth;

        Assert.InRange(truth.RisingDiscount!.From, options.FirstDay, truth.RisingDiscount.To);
        Assert.InRange(truth.Overspend!.From, options.FirstDay, truth.Overspend.To);
        Assert.InRange(truth.LeavingCustomers!.From, options.FirstDay, options.LastDay);
        Assert.True(truth.LeavingCustomers.CustomerIds.Count >= 3);
        Assert.NotNull(truth.FailingLot);
    }

    private double DiscountRise(DemoRows rows)
    {
        RisingDiscount cause = Truth.RisingDiscount!;
        HashSet<string> line =
            [.. rows.All<Product>().Where(product => product.ProductLine == cause.ProductLine).Select(product => product.SourceId)];
        SalesOrderLine[] cell = [.. rows.All<SalesOrderLine>().Where(row => row.Region == cause.Region && line.Contains(row.ProductId))];
        return Rate(cell.Where(row => row.OrderedDate >= cause.From)) - Rate(cell.Where(row => row.OrderedDate < cause.From));

        static double Rate(IEnumerable<SalesOrderLine> lines) =>
            (double)(lines.Sum(row => row.DiscountAmount!.Value) / lines.Sum(row => row.ListAmount!.Value));
    }

    private static double MarginRate(DemoRows rows, RisingDiscount cause)
    {
        SalesOrderLine[] lines = [.. rows.All<SalesOrderLine>().Where(row => row.Region == cause.Region && row.OrderedDate >= cause.From)];
        return 1 - (double)(lines.Sum(row => row.CostAmount!.Value) / lines.Sum(row => row.NetAmount));
    }

    private static Dictionary<(string Team, string Account), double> Spending(DemoRows rows, Overspend cause) => rows.All<Expense>()
        .Where(row => row.ExpenseDate >= cause.From)
        .GroupBy(row => (row.OrganisationId, row.Account))
        .ToDictionary(group => group.Key, group => (double)(group.Sum(row => row.Amount) / group.Sum(row => row.PlannedAmount!.Value)));

    /// <summary>Failures an hour of devices with the lot over those of other devices with the same component, in their first
    /// year.</summary>
    private static double FailureRatio(DemoRows rows, FailingLot cause)
    {
        Dictionary<string, bool> isOfLot = rows.All<Device>().Where(device => device.Lot is not null && device.Lot.StartsWith(cause.ComponentId, StringComparison.Ordinal))
            .ToDictionary(device => device.SourceId, device => device.Lot == cause.Lot, StringComparer.Ordinal);
        ILookup<bool, DeviceMonth> months = rows.All<DeviceMonth>().Where(month => isOfLot.ContainsKey(month.DeviceId) && month.MonthsInService <= cause.MonthsInService)
            .ToLookup(month => isOfLot[month.DeviceId]);
        return Rate(months[true]) / Rate(months[false]);

        static double Rate(IEnumerable<DeviceMonth> months) =>
            months.Sum(month => month.Failures) / months.Sum(month => month.OperatingHours);
    }

    private static int Orders(DemoRows rows, LeavingCustomers cause) => rows.All<SalesOrderLine>()
        .Where(row => row.OrderedDate >= cause.From.AddDays(20) && cause.CustomerIds.Contains(row.CustomerId!)).DistinctBy(row => row.OrderId).Count();

    private static double Content(DemoRows rows, LeavingCustomers cause) => rows.All<Survey>()
        .Where(row => row.AnsweredDate >= cause.From.AddDays(40) && row.Csat is not null && cause.CustomerIds.Contains(row.CustomerId!)).Average(row => (double)row.Csat!.Value);
}
