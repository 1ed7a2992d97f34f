using ProdSales.Learning.Data;

namespace ProdSales.Predictions.Monitoring;

/// <summary>Looks each day whether columns are spread otherwise than in quiet weeks, without calling more often for looking often.</summary>
/// <remarks>
/// The stability index alone cannot tell: of 60 open deals it is .15 by chance, of 5,000 devices .02 is a landslide. So each column is measured in its own usual swing from week to
/// week, and what exceeds it is summed up (one-sided CUSUM), a day weighing a seventh of a week.
/// </remarks>
/// <param name="reference">The quiet weeks.</param>
/// <param name="sums">The sums so far; empty at first. A column that is not in it starts at 0.</param>
public sealed class DriftTest(ReferenceProfile reference, IReadOnlyDictionary<string, double> sums)
{
    /// <summary>The sum above which a column has surely shifted.</summary>
    public const double Limit = 16;

    private const double Slack = 5;
    private const double MostAtOnce = 30;
    private const double MostSum = 2 * Limit;
    private readonly Dictionary<string, double> _sums = new(sums, StringComparer.Ordinal);

    /// <summary>Looks at the rows of a day.</summary>
    /// <param name="rows">The rows, with the columns of the reference; one that is gone counts as missing throughout.</param>
    /// <param name="days">Days since the last look; 1 for the first.</param>
    public IReadOnlyList<DriftFigure> Look(Table rows, int days) =>
        rows.RowCount == 0 ? [] : [.. reference.Columns.Select(column => Look(column, rows.Find(column.Name), rows.RowCount, Math.Clamp(days, 0, 7) / 7d))];

    private DriftFigure Look(ReferenceColumn column, TableColumn? found, int rows, double weeks)
    {
        double[] counts = new double[column.Shares.Length];
        counts[^1] = rows;
        if (found is not null)
        {
            counts = ReferenceProfile.Counts(column, found);
        }

        double index = ReferenceProfile.Index(counts, column.Shares);
        // Fewer rows swing more: the usual index is at least what chance alone gives for so many.
        double usual = Math.Max(column.Usual, (counts.Length - 1d) / rows);
        double spread = Math.Max(column.Spread, .3 * usual);
        double above = Math.Min((index - usual) / spread, MostAtOnce);
        double sum = Math.Clamp(_sums.GetValueOrDefault(column.Name) + ((above - Slack) * weeks), 0, MostSum);
        _sums[column.Name] = sum;
        return new DriftFigure(column.Name, index, counts[^1] / rows, sum);
    }
}
