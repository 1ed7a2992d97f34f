using ProdSales.Learning.Data;

namespace ProdSales.Learning.Leaks;

/// <summary>Columns that are the parts of one whole: a share of the stages of a deal is known only when the deal is over.</summary>
internal static class LeakShares
{
    private const int MostColumns = 12;
    private const double Near = .01;
    private const int MostRows = 5000;

    /// <summary>Each such column with the names of the others.</summary>
    internal static Dictionary<string, string> Of(Table table)
    {
        TableColumn[] parts = [.. table.Columns.Where(IsFraction).Take(MostColumns)];
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        int[]? best = null;
        for (int mask = 1; mask < 1 << parts.Length; mask++)
        {
            int[] chosen = [.. Enumerable.Range(0, parts.Length).Where(at => (mask & (1 << at)) != 0)];
            if (chosen.Length >= 3 && (best is null || chosen.Length < best.Length) && SumToOne([.. chosen.Select(at => parts[at])]))
            {
                best = chosen;
            }
        }

        foreach (int at in best ?? [])
        {
            found[parts[at].Name] = string.Join(", ", best!.Where(other => other != at).Select(other => parts[other].Name));
        }

        return found;
    }

    private static bool IsFraction(TableColumn column)
    {
        if (column.Kind is not ColumnKind.Number)
        {
            return false;
        }

        int within = 0;
        foreach (double value in column.Values)
        {
            if (value is < 0 or > 1 + Near)
            {
                return false;
            }

            within += value is > 0 and < 1 ? 1 : 0;
        }

        return within * 20 > column.RowCount;
    }

    /// <summary>Whether the columns sum to 1 in at least four of five rows that have any of them, and to more in none to speak of.</summary>
    private static bool SumToOne(TableColumn[] columns)
    {
        int any = 0;
        int one = 0;
        int more = 0;
        for (int row = 0; row < Looked(columns[0]); row++)
        {
            double sum = columns.Sum(column => column.Values[row]);
            if (sum > Near)
            {
                any++;
                one += Math.Abs(sum - 1) <= Near ? 1 : 0;
                more += sum > 1 + Near ? 1 : 0;
            }
        }

        return any > 100 && one * 5 >= any * 4 && more * 100 < any && columns.All(column => !IsIdle(column, columns));
    }

    /// <summary>Whether the others sum to one without it.</summary>
    private static bool IsIdle(TableColumn column, TableColumn[] columns)
    {
        int needed = 0;
        for (int row = 0; row < Looked(column); row++)
        {
            needed += column.Values[row] > Near && columns.Sum(other => other.Values[row]) > 1 - Near ? 1 : 0;
        }

        return needed * 50 < Looked(column);
    }

    /// <summary>The first rows are enough to see a sum.</summary>
    private static int Looked(TableColumn column) => Math.Min(MostRows, column.RowCount);
}
