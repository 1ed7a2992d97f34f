using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>A measure as a sum over rows, or as one sum over another: the form in which the contribution of every part is exact.</summary>
internal sealed record Decomposition(LinearForm Numerator, LinearForm? Denominator)
{
    internal bool IsRatio => Denominator is not null;

    internal IEnumerable<Fact> Facts => Numerator.Terms.Concat(Denominator?.Terms ?? []).Select(term => term.Aggregate.Fact).Distinct();

    /// <summary>The form of a formula, or null when it has none: a median, a product of sums, quotients over different sums.</summary>
    internal static Decomposition? Of(Formula formula) =>
        Read(formula) is { Numerator.Constant: 0, Numerator.IsConstant: false, Denominator: null or { Constant: 0 } } form ? form : null;

    private static Decomposition? Read(Formula formula) => formula switch
    {
        Constant constant => new(LinearForm.Of(decimal.Parse(constant.Text, CultureInfo.InvariantCulture)), null),
        Aggregate { IsAdditive: true, Window: Window.Period or Window.Last } aggregate => new(LinearForm.Of(aggregate), null),
        Arithmetic arithmetic when Read(arithmetic.Left) is { } left && Read(arithmetic.Right) is { } right => Joined(arithmetic.Operator, left, right),
        _ => null,
    };

    private static Decomposition? Joined(char sign, Decomposition left, Decomposition right) => (sign, left, right) switch
    {
        ('+', _, _) => Sum(left, right, 1),
        ('-', _, _) => Sum(left, right, -1),
        ('*', { Denominator: null, Numerator: { IsConstant: true, Constant: var factor } }, _) => right with { Numerator = right.Numerator.Times(factor) },
        ('*', _, { Denominator: null, Numerator: { IsConstant: true, Constant: var factor } }) => left with { Numerator = left.Numerator.Times(factor) },
        ('/', _, { Denominator: null, Numerator: { IsConstant: true, Constant: not 0 and var divisor } }) => left with { Numerator = left.Numerator.Times(1 / divisor) },
        ('/', { Denominator: null }, { Denominator: null, Numerator.IsConstant: false }) => new(left.Numerator, right.Numerator),
        _ => null,
    };

    private static Decomposition? Sum(Decomposition left, Decomposition right, decimal sign) => (left.Denominator, right.Denominator) switch
    {
        (null, null) => new(left.Numerator.Plus(right.Numerator, sign), null),
        ({ } own, null) when right.Numerator.IsConstant => new(left.Numerator.Plus(own, sign * right.Numerator.Constant), own),
        (null, { } own) when left.Numerator.IsConstant => new(own.Times(left.Numerator.Constant).Plus(right.Numerator, sign), own),
        ({ } own, { } other) when own.Says(other) => new(left.Numerator.Plus(right.Numerator, sign), own),
        _ => null,
    };
}
