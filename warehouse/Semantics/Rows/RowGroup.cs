namespace ProdSales.Semantics;

/// <summary>What a table of rows tells of each row: one column, or one for each of several things.</summary>
public enum RowGroup
{
    /// <summary>The name of the fact.</summary>
    Fact,

    /// <summary>The business day.</summary>
    Day,

    /// <summary>The columns that name the row.</summary>
    Keys,

    /// <summary>The members that it belongs to: name, and id where there is one.</summary>
    Members,

    /// <summary>The columns that the formula reads.</summary>
    Columns,

    /// <summary>What it adds to the measure, or to its numerator.</summary>
    Numerator,

    /// <summary>What it adds to the denominator.</summary>
    Denominator,

    /// <summary>What it adds to each aggregate of the formula.</summary>
    Adds,

    /// <summary>The document that it comes from: system, id and line.</summary>
    Document,
}
