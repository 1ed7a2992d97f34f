using ProdSales.Learning.Data;

namespace ProdSales.Learning.Features.Terms;

/// <summary>How round a whole number is: the zeros that it ends with, at most 6. A guess is round, an offer that was worked out is not.</summary>
/// <param name="Column">The source column.</param>
public sealed record RoundnessTerm(string Column) : FeatureTerm(Column)
{
    private const int Most = 6;

    /// <inheritdoc/>
    public override string Name => $"roundness of {Column}";

    /// <summary>The zeros that a number ends with; 0 for a number that is not whole, and for 0 itself.</summary>
    public static int Zeros(double value)
    {
        if (value == 0 || Math.Abs(value) > 1e15 || Math.Floor(value) != value)
        {
            return 0;
        }

        long rest = (long)value;
        int zeros = 0;
        while (zeros < Most && rest % 10 == 0)
        {
            rest /= 10;
            zeros++;
        }

        return zeros;
    }

    /// <inheritdoc/>
    public override void Write(TableColumn source, FeatureMatrix target, int feature) =>
        WriteNumbers(source, target, feature, value => Zeros(value));
}
