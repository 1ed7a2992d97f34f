using ProdSales.Feeds;

namespace ProdSales.Loading.Tests;

/// <summary>Rows of which a test says only what matters.</summary>
internal static class Some
{
    internal static readonly DateOnly Day = new(2026, 3, 10);

    internal static Customer Customer(string id, string? region = null, long version = 1, DateOnly? from = null, string? tier = null, string? owner = null) =>
        new() { SourceSystem = "erp", SourceId = id, Version = version, EffectiveDate = from, Name = $"Customer {id}", Region = region, Tier = tier, OwnerId = owner };

    internal static Employee Employee(string id, string? region = null) =>
        new() { SourceSystem = "erp", SourceId = id, Name = $"Employee {id}", Region = region };

    internal static Product Product(string id) => new() { SourceSystem = "erp", SourceId = id, Name = $"Product {id}" };

    internal static SalesOrderLine Line(
        string id, decimal net = 100m, string? customer = "C1", DateOnly? day = null, long version = 1, string? region = null, string currency = "CNY", double? rate = null) => new()
        {
            SourceSystem = "erp",
            SourceId = id,
            Version = version,
            OrderedDate = day ?? Day,
            OrderId = id,
            CustomerId = customer,
            ProductId = "P1",
            Quantity = 1m,
            NetAmount = net,
            Region = region,
            Currency = currency,
            ExchangeRate = rate,
        };

    internal static ScheduleLine Schedule(string id, decimal quantity, DateOnly firstCommit, long version = 1) => new()
    {
        SourceSystem = "erp",
        SourceId = id,
        Version = version,
        OrderId = "O1",
        ProductId = "P1",
        FirstCommitDate = firstCommit,
        OrderedQuantity = quantity,
    };

    internal static OpportunityTeam Share(string id, string opportunity, double weight, long version = 1) => new()
    {
        SourceSystem = "erp",
        SourceId = id,
        Version = version,
        AssignedDate = Day,
        OpportunityId = opportunity,
        EmployeeId = $"E-{id}",
        Weight = weight,
    };

    internal static Delivery Delivery(string id, string scheduleLine, decimal quantity, DateOnly day, long version = 1) => new()
    {
        SourceSystem = "erp",
        SourceId = id,
        Version = version,
        DeliveredDate = day,
        ScheduleLineId = scheduleLine,
        Quantity = quantity,
    };
}
