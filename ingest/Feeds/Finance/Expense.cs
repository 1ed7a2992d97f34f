namespace ProdSales.Feeds;

/// <summary>One expense of a team.</summary>
[Feed("expense", FeedKind.Fact, "费用", BusinessDate = nameof(ExpenseDate))]
public sealed record Expense : FeedRow
{
    /// <summary>Day, or first day of the month when the source books by month.</summary>
    [Column("费用日期")]
    public required DateOnly ExpenseDate { get; init; }

    /// <summary>Team that spent it.</summary>
    [Column("团队", References = typeof(Organisation))]
    public required string OrganisationId { get; init; }

    /// <summary>Employee who spent it.</summary>
    [Column("员工", References = typeof(Employee))]
    public string? EmployeeId { get; init; }

    /// <summary>Customer that it was spent for.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Account, as in travel, entertainment, marketing.</summary>
    [Column("科目")]
    public required string Account { get; init; }

    /// <summary>Amount spent.</summary>
    [Column("金额", Unit = Units.Money)]
    public required decimal Amount { get; init; }

    /// <summary>Budget of the same team, account and time; null when there is none.</summary>
    [Column("预算金额", Unit = Units.Money)]
    public decimal? PlannedAmount { get; init; }

    /// <summary>ISO 4217 code of the amounts.</summary>
    [Column("币种")]
    public required string Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }
}
