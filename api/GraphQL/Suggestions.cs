namespace ProdSales.GraphQL;

/// <summary>"Did you mean …?": the names nearest to one that does not exist.</summary>
internal static class Suggestions
{
    private const int Most = 5;

    /// <summary>The sentence to append to a message, with its leading space; empty when nothing is near.</summary>
    public static string DidYouMean(string? what, string typed, IEnumerable<string> names) => DidYouMean(what, Nearest(typed, names));

    /// <summary>The sentence for names that are already chosen.</summary>
    public static string DidYouMean(string? what, IEnumerable<string> chosen)
    {
        string[] quoted = [.. chosen.Take(Most).Select(name => $"\"{name}\"")];
        if (quoted.Length == 0)
        {
            return string.Empty;
        }

        string list = quoted.Length switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, or {quoted[^1]}",
        };
        return $" Did you mean {(what is null ? string.Empty : what + " ")}{list}?";
    }

    /// <summary>The names within reach of a typing error, nearest first.</summary>
    public static IEnumerable<string> Nearest(string typed, IEnumerable<string> names)
    {
        if (typed.Length > 64)
        {
            return [];
        }

        int threshold = (int)(typed.Length * 0.4) + 1;
        return names
            .Select(name => (Name: name, Distance: Distance(typed, name, threshold)))
            .Where(candidate => candidate.Distance <= threshold)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name);
    }

    private static int Distance(string typed, string name, int threshold)
    {
        if (typed == name)
        {
            return 0;
        }

        string a = typed.ToLowerInvariant();
        string b = name.ToLowerInvariant();
        if (a == b)
        {
            return 1;
        }

        return Math.Abs(a.Length - b.Length) > threshold ? int.MaxValue : Edits(a, b);
    }

    /// <summary>The Damerau-Levenshtein distance with adjacent transpositions.</summary>
    private static int Edits(string a, string b)
    {
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            cost[i, 0] = i;
        }

        for (int j = 0; j <= b.Length; j++)
        {
            cost[0, j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = a[i - 1] == b[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1), cost[i - 1, j - 1] + replace);
                bool isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                cost[i, j] = isSwap ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
            }
        }

        return cost[a.Length, b.Length];
    }
}
