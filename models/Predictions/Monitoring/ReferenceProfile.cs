using ProdSales.Learning.Data;

namespace ProdSales.Predictions.Monitoring;

/// <summary>What the inputs and the scores of a model looked like in the weeks before it was trained.</summary>
/// <param name="Columns">Its columns; days are left out, since they can only move on.</param>
public sealed record ReferenceProfile(IReadOnlyList<ReferenceColumn> Columns)
{
    /// <summary>Name of the column that holds what the model says.</summary>
    public const string Score = "(score)";

    private const int MostBins = 10;

    /// <summary>Learns the profile of quiet weeks.</summary>
    /// <param name="weeks">One table a week, at least two, all with the same columns.</param>
    public static ReferenceProfile Of(IReadOnlyList<Table> weeks) =>
        new([.. weeks[0].Columns.Where(column => column.Kind is not ColumnKind.Date).Select(column => Of([.. weeks.Select(week => week.Column(column.Name))]))]);

    /// <summary>How rows of a column fall into the bins of a reference.</summary>
    internal static double[] Counts(ReferenceColumn reference, TableColumn column)
    {
        bool isCategory = column.Kind is ColumnKind.Category;
        double[] counts = new double[isCategory ? reference.Levels.Length + 2 : reference.Cuts.Length + 2];
        for (int row = 0; row < column.RowCount; row++)
        {
            counts[column.IsMissing(row) ? ^1 : isCategory ? LevelAt(reference, column, row) : BinOf(reference.Cuts, column.Values[row])]++;
        }

        return counts;
    }

    /// <summary>The population stability index of counts against shares; half a row is added to each bin, so that an empty one does not make it infinite.</summary>
    internal static double Index(double[] counts, double[] shares)
    {
        double rows = counts.Sum();
        double sum = 0;
        for (int bin = 0; bin < counts.Length; bin++)
        {
            double now = (counts[bin] + .5) / (rows + (.5 * counts.Length));
            sum += (now - shares[bin]) * Math.Log(now / shares[bin]);
        }

        return sum;
    }

    private static ReferenceColumn Of(TableColumn[] weeks)
    {
        bool isCategory = weeks[0].Kind is ColumnKind.Category;
        ReferenceColumn empty = new(weeks[0].Name, isCategory ? [] : Cuts(weeks), isCategory ? Levels(weeks) : [], [], 0, 0);
        double[][] counts = [.. weeks.Select(week => Counts(empty, week))];
        double[] all = [.. Enumerable.Range(0, counts[0].Length).Select(bin => counts.Sum(week => week[bin]))];
        double[] own = [.. counts.Select(week => Index(week, Shares([.. all.Select((count, bin) => count - week[bin])])))];
        double usual = own.Average();
        double spread = Math.Sqrt(own.Sum(index => (index - usual) * (index - usual)) / Math.Max(1, own.Length - 1));
        return empty with { Shares = Shares(all), Usual = usual, Spread = spread };
    }

    private static double[] Shares(double[] counts) => [.. counts.Select(count => (count + .5) / (counts.Sum() + (.5 * counts.Length)))];

    private static double[] Cuts(TableColumn[] weeks)
    {
        double[] values = [.. weeks.SelectMany(week => week.Values.ToArray()).Where(double.IsFinite).Order()];
        return values.Length == 0
            ? []
            : [.. Enumerable.Range(1, MostBins - 1).Select(tenth => values[(int)((long)values.Length * tenth / MostBins)]).Distinct()];
    }

    private static string[] Levels(TableColumn[] weeks) =>
    [
        .. weeks.SelectMany(week => Enumerable.Range(0, week.RowCount).Select(week.TextOf)).OfType<string>()
            .GroupBy(level => level, StringComparer.Ordinal).OrderByDescending(level => level.Count()).ThenBy(level => level.Key, StringComparer.Ordinal)
            .Take(MostBins - 1).Select(level => level.Key),
    ];

    private static int LevelAt(ReferenceColumn reference, TableColumn column, int row) =>
        Array.IndexOf(reference.Levels, column.TextOf(row)) is >= 0 and int at ? at : reference.Levels.Length;

    private static int BinOf(double[] cuts, double value) => Array.BinarySearch(cuts, value) is >= 0 and int at ? at : ~Array.BinarySearch(cuts, value);
}
