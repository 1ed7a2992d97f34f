namespace ProdSales.Feeds;

/// <summary>One application of a payment to an invoice.</summary>
[Feed("receipt", FeedKind.Fact, "回款", BusinessDate = nameof(ReceivedDate))]
public sealed record Receipt : FeedRow
{
    /// <summary>Day on which the money came in.</summary>
    [Column("到账日期")]
    public required DateOnly ReceivedDate { get; init; }

    /// <summary>Source id of the invoice.</summary>
    [Column("发票")]
    public required string InvoiceId { get; init; }

    /// <summary>Customer.</summary>
    [Column("客户", References = typeof(Customer))]
    public required string CustomerId { get; init; }

    /// <summary>Amount applied.</summary>
    [Column("金额", Unit = Units.Money)]
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217 code of the amount.</summary>
    [Column("币种")]
    public required string Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }
}
