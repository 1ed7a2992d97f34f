namespace ProdSales.Semantics;

/// <summary>Functions of values that are computed already.</summary>
public enum ScalarFunction
{
    /// <summary>The greater of two values; null when one is missing.</summary>
    Greatest,

    /// <summary>The value, or 0 where there is none: a sum of no moves.</summary>
    OrZero,

    /// <summary>The second value where the first is 0, else null.</summary>
    WhenZero,

    /// <summary>The second value where the first is known, else null: a 0 that rests on nothing is no number.</summary>
    WhenKnown,

    /// <summary>
    /// The days whose flow makes up a balance, counted back from the end: whole calendar months while the balance is more than they brought, then a share of one.
    /// 0 for a balance that is not above 0; null where everything on record brought less than the balance.
    /// </summary>
    CountBack,

    /// <summary>Lower end of the Wilson interval at 95 % of a share, from the number of hits and the number of cases.</summary>
    WilsonLow,

    /// <summary>Upper end of that interval.</summary>
    WilsonHigh,

    /// <summary>
    /// Lower end of an interval at 95 % of the gap of two shares of the same cases, from the two numbers of hits and the number of cases:
    /// the distances to the ends of the two Wilson intervals, squared, added with the correlation of the two shares, and rooted.
    /// </summary>
    ShareGapLow,

    /// <summary>Upper end of that interval.</summary>
    ShareGapHigh,
}
