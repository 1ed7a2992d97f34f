namespace ProdSales.Planning.Frames;

/// <summary>What tells a series of a frame apart; a column that the definition does not use, or that rows do not know, is null.</summary>
/// <param name="SourceSystem">Source system of employee and product; null where there is neither.</param>
/// <param name="Region">Region.</param>
/// <param name="ProductLine">Product line.</param>
/// <param name="EmployeeId">Employee.</param>
/// <param name="ProductId">Product.</param>
public sealed record PlannedLeaf(string? SourceSystem, string? Region, string? ProductLine, string? EmployeeId, string? ProductId)
{
    /// <summary>Gives the value of one of <see cref="Definition.LeafColumns.All"/>.</summary>
    /// <exception cref="ArgumentException">There is no such column: the caller's fault.</exception>
    public string? Of(string column) => column switch
    {
        Definition.LeafColumns.Region => Region,
        Definition.LeafColumns.ProductLine => ProductLine,
        Definition.LeafColumns.Employee => EmployeeId,
        Definition.LeafColumns.Product => ProductId,
        _ => throw new ArgumentException($"A leaf has no column {column}.", nameof(column)),
    };

    /// <summary>Gets the leaf as one text, the same for the same leaf.</summary>
    public string Key => string.Join('/', SourceSystem, Region, ProductLine, EmployeeId, ProductId);
}
