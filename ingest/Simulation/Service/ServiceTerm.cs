using ProdSales.Simulation.Masters;

namespace ProdSales.Simulation.Service;

/// <summary>One year of a service contract; the amount is in CNY a year.</summary>
internal sealed record ServiceTerm(long Number, Buyer Buyer, Machine? Machine, DateOnly Start, DateOnly End, double Amount)
{
    internal string Id => Numbered.Of("CT", Number, 6);

    internal Contract Contract(int graceDays) => new()
    {
        SourceSystem = Origin.System,
        SourceId = Id,
        Name = $"{Buyer.Name}{(Machine is null ? "全面保养合同" : "单机延保合同")}",
        CustomerId = Buyer.Id,
        DeviceId = Machine?.Id,
        Kind = Machine is null ? "全面保养" : "单机延保",
        StartDate = Start,
        EndDate = End,
        GraceDays = graceDays,
    };

    /// <summary>The term that comes up for renewal; amount and day are null while undecided.</summary>
    internal ContractTerm Row(int graceDays, double? renewed, DateOnly? renewedOn) => new()
    {
        SourceSystem = Origin.System,
        SourceId = $"{Id}-T",
        DueDate = End,
        ContractId = Id,
        CustomerId = Buyer.Id,
        ExpiringAmount = Money.Of(Amount),
        RenewedAmount = renewed is { } amount ? Money.Of(amount) : null,
        RenewedDate = renewedOn,
        GraceDays = graceDays,
        Currency = Origin.Currency,
        ExchangeRate = 1,
    };
}
