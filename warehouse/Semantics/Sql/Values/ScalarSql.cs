namespace ProdSales.Semantics;

/// <summary>Writes functions of values that are computed already.</summary>
internal static class ScalarSql
{
    // Two-sided at 95 %.
    private const string Z = "1.959963984540054";

    internal static string Of(ScalarFunction function, IReadOnlyList<string> arguments) => function switch
    {
        ScalarFunction.Greatest => $"CASE WHEN ({arguments[0]}) IS NOT NULL AND ({arguments[1]}) IS NOT NULL THEN greatest({arguments[0]}, {arguments[1]}) END",
        ScalarFunction.OrZero => $"coalesce({arguments[0]}, 0)",
        ScalarFunction.WhenZero => $"CASE WHEN ({arguments[0]}) = 0 THEN {arguments[1]} END",
        ScalarFunction.WhenKnown => $"CASE WHEN ({arguments[0]}) IS NOT NULL THEN {arguments[1]} END",
        ScalarFunction.CountBack => CountBack(arguments[0], arguments[1]),
        ScalarFunction.WilsonLow => Wilson('-', arguments[0], arguments[1]),
        ScalarFunction.WilsonHigh => Wilson('+', arguments[0], arguments[1]),
        ScalarFunction.ShareGapLow => Gap('-', arguments[0], arguments[1], arguments[2]),
        ScalarFunction.ShareGapHigh => Gap('+', arguments[0], arguments[1], arguments[2]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string CountBack(string balance, string months)
    {
        string left = $"{{'left': CAST({balance} AS DOUBLE), 'days': NULL::DOUBLE}}";
        string step = "CASE WHEN a.days IS NOT NULL THEN a WHEN x.flow >= a.left THEN {'left': 0::DOUBLE, 'days': x.after + a.left / x.flow * x.days} ELSE {'left': a.left - x.flow, 'days': NULL::DOUBLE} END";
        return $"CASE WHEN ({balance}) <= 0 THEN 0 ELSE (list_reduce({months}, lambda a, x: {step}, {left})).days END";
    }

    private static string Wilson(char side, string hits, string cases)
    {
        string n = $"nullif(CAST({cases} AS DOUBLE), 0)";
        string p = $"(({hits}) / {n})";
        return $"(({p} + {Z} * {Z} / (2 * {n}) {side} {Z} * sqrt({p} * (1 - {p}) / {n} + {Z} * {Z} / (4 * {n} * {n}))) / (1 + {Z} * {Z} / {n}))";
    }

    private static string Gap(char side, string hits, string others, string cases)
    {
        string n = $"nullif(CAST({cases} AS DOUBLE), 0)";
        (string p, string q) = ($"(({hits}) / {n})", $"(({others}) / {n})");
        char opposite = side == '-' ? '+' : '-';
        string a = $"({p} - {Wilson(side, hits, cases)})";
        string b = $"({Wilson(opposite, others, cases)} - {q})";
        string correlation = $"-sqrt(coalesce({p} * {q} / nullif((1 - {p}) * (1 - {q}), 0), 0))";
        return $"({p} - {q} {side} sqrt({a} * {a} - 2 * ({correlation}) * {a} * {b} + {b} * {b}))";
    }
}
