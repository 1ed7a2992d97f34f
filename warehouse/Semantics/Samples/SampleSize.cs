namespace ProdSales.Semantics;

/// <summary>Finds in a formula what counts the cases that its value rests on.</summary>
internal static class SampleSize
{
    /// <summary>The number of cases: what a share is a share of, what an interval is worked out from, the values of which one is in the middle; null where the formula does not say.</summary>
    internal static Formula? Of(Formula formula) => formula switch
    {
        Aggregate { Function: AggregateFunction.Median or AggregateFunction.Quantile or AggregateFunction.SurvivalMedian } part =>
            part with { Function = AggregateFunction.Count, Share = null, Second = null },
        Arithmetic { Right: Constant } scaled => Of(scaled.Left),
        Arithmetic { Left: Constant } scaled => Of(scaled.Right),
        Arithmetic { Operator: '/' } share => CountsCases(share.Right) ? share.Right : null,
        ScalarCall { Function: ScalarFunction.WilsonLow or ScalarFunction.WilsonHigh } interval => interval.Arguments[1],
        ScalarCall { Function: ScalarFunction.ShareGapLow or ScalarFunction.ShareGapHigh } interval => interval.Arguments[2],
        _ => null,
    };

    private static bool CountsCases(Formula formula) => formula switch
    {
        Aggregate aggregate => aggregate.Function is AggregateFunction.Count or AggregateFunction.CountDistinct,
        Arithmetic { Operator: '+' or '-' } sum => CountsCases(sum.Left) && CountsCases(sum.Right),
        _ => false,
    };
}
