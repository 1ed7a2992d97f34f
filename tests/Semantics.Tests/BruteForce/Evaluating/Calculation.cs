using System.Globalization;
using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>The value of a formula once its aggregates are known.</summary>
internal static class Calculation
{
    internal static Number? Of(Measure measure, Func<Aggregate, Number?> aggregate, Func<int?> days, MonthsOf months) =>
        Of(measure.Formula, aggregate, days, months) is { } value ? InUnit(measure.Unit, value) : null;

    // Money and quantities have four places, numbers of things none.
    private static Number InUnit(Unit unit, Number value) => unit switch
    {
        Unit.Money or Unit.Quantity when value.IsExact => Number.Of(Math.Round(value.Exact, 4, MidpointRounding.AwayFromZero)),
        Unit.Count => Number.Of(value.IsExact ? value.Exact : (decimal)Math.Round(value.Approximate)),
        Unit.Money or Unit.Quantity => value,
        _ => Number.Of(value.Approximate),
    };

    internal static Number? Of(Formula formula, Func<Aggregate, Number?> aggregate, Func<int?> days, MonthsOf months) => formula switch
    {
        Aggregate part => aggregate(part),
        Constant constant => Number.Of(decimal.Parse(constant.Text, CultureInfo.InvariantCulture)),
        PeriodDays => days() is { } known ? Number.Of((decimal)known) : null,
        Arithmetic arithmetic => Joined(arithmetic.Operator, Of(arithmetic.Left, aggregate, days, months), Of(arithmetic.Right, aggregate, days, months)),
        ScalarCall { Function: ScalarFunction.CountBack } call => CountingBack.Days(Of(call.Arguments[0], aggregate, days, months), months((Aggregate)call.Arguments[1])),
        ScalarCall call => Called(call.Function, [.. call.Arguments.Select(argument => Of(argument, aggregate, days, months))]),
        _ => throw new InvalidOperationException($"No way is known to work out {formula}."),
    };

    private static Number? Joined(char operation, Number? left, Number? right) => (operation, left, right) switch
    {
        (_, null, _) or (_, _, null) => null,
        ('+', { } a, { } b) => a + b,
        ('-', { } a, { } b) => a - b,
        ('*', { } a, { } b) => a * b,
        ('/', { } a, { } b) => Number.Quotient(a, b),
        _ => throw new InvalidOperationException($"No operator {operation}."),
    };

    private static Number? Called(ScalarFunction function, Number?[] arguments) => function switch
    {
        ScalarFunction.OrZero => arguments[0] ?? Number.Of(0m),
        ScalarFunction.WhenKnown => arguments[0] is null ? null : arguments[1],
        ScalarFunction.WhenZero => arguments[0] is { IsZero: true } ? arguments[1] : null,
        _ when arguments.Contains(null) => null,
        ScalarFunction.Greatest => arguments[0]!.Value.Approximate >= arguments[1]!.Value.Approximate ? arguments[0] : arguments[1],
        ScalarFunction.WilsonLow => Interval(arguments, (n, p) => Wilson(p, n).Low),
        ScalarFunction.WilsonHigh => Interval(arguments, (n, p) => Wilson(p, n).High),
        ScalarFunction.ShareGapLow => Gap(arguments, isLow: true),
        ScalarFunction.ShareGapHigh => Gap(arguments, isLow: false),
        _ => throw new InvalidOperationException($"No function {function}."),
    };

    private static Number? Interval(Number?[] arguments, Func<double, double, double> end)
    {
        double cases = arguments[1]!.Value.Approximate;
        return cases == 0 ? null : Number.Of(end(cases, arguments[0]!.Value.Approximate / cases));
    }

    // Both roots of (p - q)^2 = z^2 q (1 - q) / n in q.
    private static (double Low, double High) Wilson(double share, double cases)
    {
        const double Z = 1.959963984540054;
        (double a, double b, double c) = (1 + (Z * Z / cases), -2 * share - (Z * Z / cases), share * share);
        double root = Math.Sqrt(Math.Max(0, (b * b) - (4 * a * c)));
        return ((-b - root) / (2 * a), (-b + root) / (2 * a));
    }

    // Zou and Donner: the gap of two shares of one sample, whose correlation is that of two cells of a multinomial.
    private static Number? Gap(Number?[] arguments, bool isLow)
    {
        double cases = arguments[2]!.Value.Approximate;
        if (cases == 0)
        {
            return null;
        }

        (double p, double q) = (arguments[0]!.Value.Approximate / cases, arguments[1]!.Value.Approximate / cases);
        ((double lowP, double highP), (double lowQ, double highQ)) = (Wilson(p, cases), Wilson(q, cases));
        double correlation = p == 1 || q == 1 ? 0 : -Math.Sqrt(p * q / ((1 - p) * (1 - q)));
        (double a, double b) = isLow ? (p - lowP, highQ - q) : (highP - p, q - lowQ);
        double width = Math.Sqrt((a * a) + (b * b) - (2 * correlation * a * b));
        return Number.Of(isLow ? p - q - width : p - q + width);
    }
}
