using System.Globalization;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>A number that is exact, or known to the precision of a double.</summary>
internal readonly record struct Number
{
    private readonly decimal _exact;
    private readonly double _approximate;

    private Number(decimal exact, double approximate, bool isExact)
    {
        _exact = exact;
        _approximate = approximate;
        IsExact = isExact;
    }

    internal bool IsExact { get; }

    internal decimal Exact => IsExact ? _exact : throw new InvalidOperationException("The number is not exact.");

    internal double Approximate => IsExact ? (double)_exact : _approximate;

    internal bool IsZero => IsExact ? _exact == 0 : _approximate == 0;

    internal static Number Of(decimal value) => new(value, 0, true);

    internal static Number Of(double value) => new(0, value, false);

    /// <summary>A value that DuckDB gave.</summary>
    internal static Number? From(object? value) => value switch
    {
        null => null,
        double number => Of(number),
        bool => throw new ArgumentException("A flag is no number.", nameof(value)),
        _ => Of(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
    };

    public static Number operator +(Number left, Number right) => left.IsExact && right.IsExact ? Of(left._exact + right._exact) : Of(left.Approximate + right.Approximate);

    public static Number operator -(Number left, Number right) => left.IsExact && right.IsExact ? Of(left._exact - right._exact) : Of(left.Approximate - right.Approximate);

    public static Number operator *(Number left, Number right) => left.IsExact && right.IsExact ? Of(left._exact * right._exact) : Of(left.Approximate * right.Approximate);

    /// <summary>The quotient as a double, or null for a division by 0.</summary>
    internal static Number? Quotient(Number left, Number right) => right.IsZero ? null : Of(left.Approximate / right.Approximate);

    /// <summary>Whether two numbers are the same: exactly where both are exact, else to one part in a thousand million.</summary>
    internal bool IsAbout(Number other, double rounding)
    {
        if (IsExact && other.IsExact)
        {
            return _exact == other._exact;
        }

        double scale = Math.Max(Math.Abs(Approximate), Math.Abs(other.Approximate));
        return Math.Abs(Approximate - other.Approximate) <= (1e-9 * scale) + 1e-12 + rounding;
    }

    public override string ToString() => IsExact ? _exact.ToString("0.####", CultureInfo.InvariantCulture) : _approximate.ToString("G12", CultureInfo.InvariantCulture);
}
