namespace ProdSales.Learning.Data;

/// <summary>What the values of a column are.</summary>
public enum ColumnKind
{
    /// <summary>A number with an order.</summary>
    Number,

    /// <summary>One of some names without an order.</summary>
    Category,

    /// <summary>A moment, in days since 1970-01-01.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Boolean,
}
