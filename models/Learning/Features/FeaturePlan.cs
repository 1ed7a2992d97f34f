using System.Security.Cryptography;
using System.Text.Json;
using ProdSales.Learning.Data;

namespace ProdSales.Learning.Features;

/// <summary>Which features are made of a table, in which order. It was fitted to training rows, and is part of a model's bytes.</summary>
/// <param name="Terms">The features, in the order of the matrix.</param>
public sealed record FeaturePlan(IReadOnlyList<FeatureTerm> Terms)
{
    /// <summary>Gets the source columns that are read, in order of first use.</summary>
    public IEnumerable<string> Sources => Terms.Select(term => term.Column).Distinct(StringComparer.Ordinal);

    /// <summary>Makes the features of rows.</summary>
    /// <param name="table">A table with every source column, of the kind that the plan was fitted to; it may have more.</param>
    public FeatureMatrix Encode(Table table)
    {
        FeatureMatrix matrix = new(table.RowCount, Terms.Count);
        for (int feature = 0; feature < Terms.Count; feature++)
        {
            Terms[feature].Write(table.Column(Terms[feature].Column), matrix, feature);
        }

        return matrix;
    }

    /// <summary>The sha-256 of the list of features, in hexadecimal digits: two models with one hash see the same.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Terms)));

    /// <summary>Sums what features add by the column that they come from.</summary>
    /// <param name="contributions">One value a feature.</param>
    /// <param name="columns">The place of each source column in the sums.</param>
    /// <param name="share">What each contribution is multiplied by.</param>
    /// <param name="sums">Receives the sums.</param>
    public void AddByColumn(ReadOnlySpan<double> contributions, IReadOnlyDictionary<string, int> columns, double share, Span<double> sums)
    {
        for (int feature = 0; feature < Terms.Count; feature++)
        {
            sums[columns[Terms[feature].Column]] += share * contributions[feature];
        }
    }

    /// <inheritdoc/>
    public bool Equals(FeaturePlan? other) => other is not null && Terms.SequenceEqual(other.Terms);

    /// <inheritdoc/>
    public override int GetHashCode() => Terms.Count;
}
