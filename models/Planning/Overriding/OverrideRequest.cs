namespace ProdSales.Planning.Overriding;

/// <summary>What somebody says in place of the statistical forecast of a period; a member that is null stands for all.</summary>
public sealed record OverrideRequest
{
    /// <summary>Gets the measure, as <c>revenue</c>.</summary>
    public required string Measure { get; init; }

    /// <summary>Gets a day of the period.</summary>
    public required DateOnly Period { get; init; }

    /// <summary>Gets the number for all that the members cover together, not negative; money in the group currency.</summary>
    public required decimal Value { get; init; }

    /// <summary>Gets who says it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>Gets why.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the origin of the forecast that is overridden; null for the last.</summary>
    public DateOnly? Origin { get; init; }

    /// <summary>Gets the region.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the product line.</summary>
    public string? ProductLine { get; init; }

    /// <summary>Gets the employee's id in its source.</summary>
    public string? EmployeeId { get; init; }

    /// <summary>Gets the product's id in its source.</summary>
    public string? ProductId { get; init; }
}
