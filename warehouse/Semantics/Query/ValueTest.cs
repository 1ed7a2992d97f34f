namespace ProdSales.Semantics;

/// <summary>How a value is held against others.</summary>
public enum ValueTest
{
    /// <summary>It is one of them.</summary>
    In,

    /// <summary>It is none of them.</summary>
    NotIn,

    /// <summary>It is less.</summary>
    Less,

    /// <summary>It is less or the same.</summary>
    AtMost,

    /// <summary>It is greater.</summary>
    Greater,

    /// <summary>It is greater or the same.</summary>
    AtLeast,
}
