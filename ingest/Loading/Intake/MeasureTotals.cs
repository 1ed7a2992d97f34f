using ProdSales.Feeds;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Intake;

/// <summary>Adds up the measures of the rows as they are read: the source's side of the reconciliation.</summary>
internal sealed class MeasureTotals
{
    private readonly (int Ordinal, FeedColumn Column)[] _measures;
    private readonly Int128[] _exact;
    private readonly double[] _measured;

    internal MeasureTotals(Feed feed, IEnumerable<FeedColumn> measures)
    {
        _measures = [.. measures.Select(column => (feed.Columns.ToList().IndexOf(column), column))];
        _exact = new Int128[_measures.Length];
        _measured = new double[_measures.Length];
    }

    /// <summary>Gets the number of rows.</summary>
    internal long Rows { get; private set; }

    /// <summary>Adds a chunk.</summary>
    internal void Add(DataChunk chunk)
    {
        Rows += chunk.Count;
        for (int i = 0; i < _measures.Length; i++)
        {
            ColumnVector vector = chunk.Vector(_measures[i].Ordinal);
            if (_measures[i].Column.Type is FeedType.Double)
            {
                _measured[i] += Sum(vector, vector.Values<double>());
            }
            else
            {
                _exact[i] += Sum(vector, vector.Values<long>());
            }
        }
    }

    /// <summary>Gives the total of each measure; a measure without any value totals 0.</summary>
    internal IEnumerable<(FeedColumn Column, decimal Total)> Totals()
    {
        for (int i = 0; i < _measures.Length; i++)
        {
            yield return (_measures[i].Column, _measures[i].Column.Type switch
            {
                FeedType.Double => Rounded(_measured[i]),
                FeedType.Decimal => (decimal)_exact[i] / 10_000m,
                _ => (decimal)_exact[i],
            });
        }
    }

    /// <summary>Rounds a measured total as the ledger keeps it.</summary>
    internal static decimal Rounded(double total) => Math.Abs(total) < 1e24 ? decimal.Round((decimal)total, 4) : 0m;

    private static Int128 Sum(ColumnVector vector, ReadOnlySpan<long> values)
    {
        Int128 sum = 0;
        bool mayHaveNulls = vector.MayHaveNulls;
        for (int row = 0; row < values.Length; row++)
        {
            if (!mayHaveNulls || !vector.IsNull(row))
            {
                sum += values[row];
            }
        }

        return sum;
    }

    private static double Sum(ColumnVector vector, ReadOnlySpan<double> values)
    {
        double sum = 0;
        bool mayHaveNulls = vector.MayHaveNulls;
        for (int row = 0; row < values.Length; row++)
        {
            if (!mayHaveNulls || !vector.IsNull(row))
            {
                sum += values[row];
            }
        }

        return sum;
    }
}
