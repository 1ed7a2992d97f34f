using System.Text.RegularExpressions;

namespace ProdSales.Semantics;

/// <summary>Names that statements give to columns of their own, so that no measure and no dimension of users may have them.</summary>
internal static partial class ReservedNames
{
    /// <summary>Why a name may not be given, or null.</summary>
    /// <param name="name">The name of a measure or a dimension.</param>
    /// <param name="dimensions">Every dimension: its key, id and name are columns too.</param>
    internal static string? ReasonAgainst(string name, IEnumerable<Dimension> dimensions)
    {
        if (Own().IsMatch(name))
        {
            return $"\"{name}\" is a column of every statement; take another name.";
        }

        if (Comparison.All.Select(comparison => comparison.Prefix).FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } compared)
        {
            return $"\"{name}\" starts as compared measures do, with \"{compared}\"; take another name.";
        }

        return dimensions.FirstOrDefault(dimension => name == $"{dimension.Name}_key" || name == $"{dimension.Name}_id" || name == $"{dimension.Name}_name") is { } taken
            ? $"\"{name}\" is a column of dimension \"{taken.Name}\"; take another name."
            : null;
    }

    [GeneratedRegex(@"^(cut|key_set|own|whole|row_count|period|calendar|[a-z]|(rank|sibling|cut|good|started|step)_[0-9]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Own();
}
