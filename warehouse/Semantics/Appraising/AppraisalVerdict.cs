namespace ProdSales.Semantics;

/// <summary>What can be said of one benefit.</summary>
public enum AppraisalVerdict
{
    /// <summary>A value is missing; the reason is beside it.</summary>
    NotKnown,

    /// <summary>Fewer than three months on a side have a value: a change by chance cannot be told from another.</summary>
    TooFewMonths,

    /// <summary>The two sides had drifted apart before the change already; what came after cannot be put down to it.</summary>
    DriftedBefore,

    /// <summary>The interval holds 0: no effect can be told.</summary>
    NoEffect,

    /// <summary>The measure got better than it would have.</summary>
    Better,

    /// <summary>The measure got worse than it would have.</summary>
    Worse,
}
