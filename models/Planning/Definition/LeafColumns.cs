namespace ProdSales.Planning.Definition;

/// <summary>The columns that a leaf can be told by; they are columns of the feed of forecasts.</summary>
public static class LeafColumns
{
    /// <summary>Sales region.</summary>
    public const string Region = "region";

    /// <summary>Product line.</summary>
    public const string ProductLine = "product_line";

    /// <summary>Employee whose business it is, in his source system.</summary>
    public const string Employee = "employee_id";

    /// <summary>Item, in its source system.</summary>
    public const string Product = "product_id";

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Region, ProductLine, Employee, Product];
}
