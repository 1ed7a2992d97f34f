namespace ProdSales.Warehouse.Columns;

/// <summary>A column of a result.</summary>
/// <param name="Name">The name the statement gives it.</param>
/// <param name="Type">The type of its values.</param>
public sealed record ResultColumn(string Name, ColumnType Type);
