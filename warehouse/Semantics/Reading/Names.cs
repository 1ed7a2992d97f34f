namespace ProdSales.Semantics;

/// <summary>Helps a writer who mistyped a name.</summary>
internal static class Names
{
    /// <summary>The nearest known name, or null when none is near.</summary>
    internal static string? Nearest(string name, IEnumerable<string> known) =>
        known.Where(other => Distance(name, other) <= Math.Max(2, name.Length / 3)).MinBy(other => Distance(name, other));

    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
