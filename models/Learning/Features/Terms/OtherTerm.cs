using ProdSales.Learning.Data;

namespace ProdSales.Learning.Features.Terms;

/// <summary>1 where a category is a name that training rows had rarely or never, else 0.</summary>
/// <param name="Column">The source column.</param>
/// <param name="Known">The names that have a feature of their own.</param>
public sealed record OtherTerm(string Column, IReadOnlyList<string> Known) : FeatureTerm(Column)
{
    /// <inheritdoc/>
    public override string Name => $"{Column} is another";

    /// <inheritdoc/>
    public override void Write(TableColumn source, FeatureMatrix target, int feature)
    {
        HashSet<string> known = [.. Known];
        bool[] isOther = [.. source.Levels.Select(level => !known.Contains(level))];
        ReadOnlySpan<int> codes = source.Codes;
        for (int row = 0; row < codes.Length; row++)
        {
            target.Set(row, feature, codes[row] >= 0 && isOther[codes[row]] ? 1 : 0);
        }
    }

    /// <inheritdoc/>
    public bool Equals(OtherTerm? other) => other is not null && Column == other.Column && Known.SequenceEqual(other.Known, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Column);
}
