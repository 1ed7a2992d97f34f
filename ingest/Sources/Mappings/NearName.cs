namespace ProdSales.Sources.Mappings;

/// <summary>Says what is allowed where a name is unknown, with the nearest name first.</summary>
internal static class NearName
{
    private const int MostNames = 40;

    /// <summary>Writes the allowed names and, when one is close to what was written, a suggestion.</summary>
    /// <param name="written">The unknown name.</param>
    /// <param name="allowed">The names that exist.</param>
    internal static string Hint(string written, IEnumerable<string> allowed)
    {
        string[] names = [.. allowed.Distinct(StringComparer.Ordinal)];
        string list = names.Length == 0 ? "none" : string.Join(", ", names.Take(MostNames));
        string more = names.Length > MostNames ? $" and {names.Length - MostNames} more" : "";
        string nearest = Nearest(written, names) is { } name ? $" (did you mean \"{name}\"?)" : "";
        return $"allowed: {list}{more}{nearest}";
    }

    private static string? Nearest(string written, string[] names)
    {
        int limit = Math.Max(written.Length < 4 ? 1 : 2, written.Length / 3);
        return names
            .Select(name => (name, distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.distance <= limit || AreSwapped(written, candidate.name))
            .OrderBy(candidate => candidate.distance)
            .Select(candidate => candidate.name)
            .FirstOrDefault();
    }

    /// <summary>Whether two names have the same letters, as when two of them were swapped.</summary>
    private static bool AreSwapped(string left, string right) =>
        left.Length > 1 && left.ToUpperInvariant().Order().SequenceEqual(right.ToUpperInvariant().Order());

    private static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int substitution = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
