using System.Text.RegularExpressions;

namespace ProdSales.Semantics;

/// <summary>Names that statements give to columns of their own, so that no measure and no dimension of users may have them.</summary>
internal static partial class ReservedNames
{
    /// <summary>What is wrong with a name, or null.</summary>
    /// <param name="name">The name of a measure or a dimension.</param>
    /// <param name="dimensions">Every dimension: its key, id and name are columns too.</param>
    internal static ModelFault? FaultOf(string name, IEnumerable<Dimension> dimensions)
    {
        if (Own().IsMatch(name))
        {
            return NameFaults.ColumnOfStatements(name);
        }

        if (Comparison.All.Select(comparison => comparison.Prefix).FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } compared)
        {
            return NameFaults.StartsAsCompared(name, compared);
        }

        return dimensions.FirstOrDefault(dimension => name == $"{dimension.Name}_key" || name == $"{dimension.Name}_id" || name == $"{dimension.Name}_name") is { } taken
            ? NameFaults.ColumnOfDimension(name, taken.Name)
            : null;
    }

    [GeneratedRegex(@"^(cut|key_set|own|whole|row_count|period|calendar|[a-z]|(rank|sibling|cut|good|started|step)_[0-9]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Own();
}
