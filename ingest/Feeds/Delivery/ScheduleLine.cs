namespace ProdSales.Feeds;

/// <summary>One promise of one order line: what, how much, by when.</summary>
[Feed("schedule_line", FeedKind.Fact, "计划行", BusinessDate = nameof(FirstCommitDate))]
public sealed record ScheduleLine : FeedRow
{
    /// <summary>Order.</summary>
    [Column("订单号")]
    public required string OrderId { get; init; }

    /// <summary>Source id of the sales order line.</summary>
    [Column("订单行")]
    public string? OrderLineId { get; init; }

    /// <summary>Customer.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Product.</summary>
    [Column("产品", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Sales region of the order where the source books one; null takes the customer's region of that day.</summary>
    [Column("区域")]
    public string? Region { get; init; }

    /// <summary>Day that the customer asked for.</summary>
    [Column("客户要求日期")]
    public DateOnly? RequestedDate { get; init; }

    /// <summary>Day first promised; that of the lowest version counts, whatever later ones say.</summary>
    [Column("首次承诺日期")]
    public required DateOnly FirstCommitDate { get; init; }

    /// <summary>Day promised now; null when unchanged.</summary>
    [Column("当前承诺日期")]
    public DateOnly? CurrentCommitDate { get; init; }

    /// <summary>Quantity promised.</summary>
    [Column("订购数量", Unit = Units.Quantity, Min = 0)]
    public required decimal OrderedQuantity { get; init; }

    /// <summary>True when the promise was withdrawn, also because its order line was cancelled.</summary>
    [Column("已取消")]
    public bool? IsCancelled { get; init; }

    /// <summary>Main cause of a delay, as the source names it.</summary>
    [Column("延误原因")]
    public string? DelayCause { get; init; }
}
