namespace ProdSales.Feeds;

/// <summary>One invoice, or one line of it where its system tells lines; each is paid by its own.</summary>
[Feed("invoice", FeedKind.Fact, "发票", BusinessDate = nameof(InvoiceDate))]
public sealed record Invoice : FeedRow
{
    /// <summary>Day of the invoice.</summary>
    [Column("开票日期")]
    public required DateOnly InvoiceDate { get; init; }

    /// <summary>Day by which it is to be paid; null when it is due on its own day.</summary>
    [Column("到期日期")]
    public DateOnly? DueDate { get; init; }

    /// <summary>Number of the document, where the row is one line of it; null when the row is the whole invoice.</summary>
    [Column("发票号")]
    public string? InvoiceNumber { get; init; }

    /// <summary>Order.</summary>
    [Column("订单号")]
    public string? OrderId { get; init; }

    /// <summary>Customer.</summary>
    [Column("客户", References = typeof(Customer))]
    public required string CustomerId { get; init; }

    /// <summary>What was sold; null when the row is about several products, so that its cost is no product's.</summary>
    [Column("产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Amount without tax; negative for a credit note.</summary>
    [Column("金额", Unit = Units.Money)]
    public required decimal Amount { get; init; }

    /// <summary>Part of the amount sold on credit, on which days of sales outstanding rest; null when all of it is.</summary>
    [Column("赊销金额", Unit = Units.Money)]
    public decimal? CreditAmount { get; init; }

    /// <summary>Cost of what was invoiced.</summary>
    [Column("销货成本", Unit = Units.Money)]
    public decimal? CostAmount { get; init; }

    /// <summary>ISO 4217 code of the amounts.</summary>
    [Column("币种")]
    public required string Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }
}
