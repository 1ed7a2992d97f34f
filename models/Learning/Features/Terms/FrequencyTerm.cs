using ProdSales.Learning.Data;

namespace ProdSales.Learning.Features.Terms;

/// <summary>The logarithm of how often training rows had exactly this number; 0 for one that they had once or never.</summary>
/// <param name="Column">The source column.</param>
/// <param name="Values">The numbers that training rows had more than once, ascending.</param>
/// <param name="Counts">How often each.</param>
public sealed record FrequencyTerm(string Column, IReadOnlyList<double> Values, IReadOnlyList<int> Counts) : FeatureTerm(Column)
{
    /// <inheritdoc/>
    public override string Name => $"how usual {Column} is";

    /// <inheritdoc/>
    public override void Write(TableColumn source, FeatureMatrix target, int feature)
    {
        double[] values = [.. Values];
        WriteNumbers(source, target, feature, value => Array.BinarySearch(values, value) is >= 0 and int at ? Math.Log(Counts[at]) : 0);
    }

    /// <inheritdoc/>
    public bool Equals(FrequencyTerm? other) =>
        other is not null && Column == other.Column && Values.SequenceEqual(other.Values) && Counts.SequenceEqual(other.Counts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StringComparer.Ordinal.GetHashCode(Column), Values.Count);
}
