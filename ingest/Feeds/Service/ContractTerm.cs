namespace ProdSales.Feeds;

/// <summary>One contract term that comes up for renewal.</summary>
[Feed("contract_term", FeedKind.Fact, "合同到期", BusinessDate = nameof(DueDate))]
public sealed record ContractTerm : FeedRow
{
    /// <summary>Day on which renewal is due.</summary>
    [Column("到期日期")]
    public required DateOnly DueDate { get; init; }

    /// <summary>Contract.</summary>
    [Column("合同", References = typeof(Contract))]
    public string? ContractId { get; init; }

    /// <summary>Customer.</summary>
    [Column("客户", References = typeof(Customer))]
    public required string CustomerId { get; init; }

    /// <summary>Yearly amount that expires.</summary>
    [Column("到期金额", Unit = Units.Money, Min = 0)]
    public required decimal ExpiringAmount { get; init; }

    /// <summary>Yearly amount renewed; 0 when it was let go; null while undecided.</summary>
    [Column("续签金额", Unit = Units.Money, Min = 0)]
    public decimal? RenewedAmount { get; init; }

    /// <summary>Day of renewal.</summary>
    [Column("续签日期")]
    public DateOnly? RenewedDate { get; init; }

    /// <summary>Days after the due date within which a renewal still counts.</summary>
    [Column("宽限天数", Unit = Units.Count, Min = 0)]
    public long? GraceDays { get; init; }

    /// <summary>ISO 4217 code of the amounts.</summary>
    [Column("币种")]
    public required string Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }
}
