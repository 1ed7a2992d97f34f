using ProdSales.Learning.Data;
using ProdSales.Learning.Features.Terms;

namespace ProdSales.Learning.Features;

/// <summary>What plans must know of the training rows of a column of numbers.</summary>
internal sealed class ColumnSummary
{
    private const int UsualLimit = 5000;
    private readonly double[] _sorted;

    internal ColumnSummary(TableColumn column)
    {
        _sorted = [.. column.Values.ToArray().Where(value => !double.IsNaN(value)).Order()];
        HasMissing = _sorted.Length < column.RowCount;
        Distinct = 0;
        for (int at = 0; at < _sorted.Length; at++)
        {
            Distinct += at == 0 || _sorted[at] != _sorted[at - 1] ? 1 : 0;
        }
    }

    internal bool HasMissing { get; }

    internal int Distinct { get; }

    /// <summary>Whether a number bends: only with more than a few values can a curve be told from steps.</summary>
    internal bool IsCurve => Distinct > 8;

    internal bool IsNeverNegative => _sorted.Length > 0 && _sorted[0] >= 0;

    /// <summary>Whether people wrote these numbers and chose how round: whole, mostly large, and the same ones again and again.</summary>
    internal bool IsWrittenByHand =>
        Distinct > 50 && Distinct < _sorted.Length / 2 && Quantile(.5) >= 1000 && _sorted.All(value => Math.Floor(value) == value);

    /// <summary>The value below which a share of the rows lies.</summary>
    internal double Quantile(double share) => _sorted[(int)Math.Min(_sorted.Length - 1, share * _sorted.Length)];

    /// <summary>How often the values stand that stand more than once, the most usual ones where there are many.</summary>
    internal FrequencyTerm Frequencies(string column)
    {
        (double Value, int Count)[] usual =
        [
            .. _sorted.GroupBy(value => value).Where(group => group.Count() > 1).Select(group => (group.Key, group.Count()))
                .OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.Key).Take(UsualLimit).OrderBy(pair => pair.Key),
        ];
        return new FrequencyTerm(column, [.. usual.Select(pair => pair.Value)], [.. usual.Select(pair => pair.Count)]);
    }
}
