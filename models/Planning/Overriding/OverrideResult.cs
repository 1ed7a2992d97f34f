namespace ProdSales.Planning.Overriding;

/// <summary>An override that was kept, or why it was not.</summary>
public sealed record OverrideResult
{
    /// <summary>Gets why nothing was kept; null when it was.</summary>
    public OverrideRefusal? Refusal { get; init; }

    /// <summary>Gets the origin of the forecast that it stands beside.</summary>
    public DateOnly Origin { get; init; }

    /// <summary>Gets the first day of the period.</summary>
    public DateOnly PeriodStart { get; init; }

    /// <summary>Gets the last day of the period.</summary>
    public DateOnly PeriodEnd { get; init; }

    /// <summary>Gets what the statistical forecast says of the same series together.</summary>
    public decimal Statistical { get; init; }

    /// <summary>Gets the number of series that it was shared out over.</summary>
    public int Series { get; init; }
}
