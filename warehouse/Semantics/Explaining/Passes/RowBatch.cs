using ProdSales.Warehouse.Columns;

namespace ProdSales.Semantics;

/// <summary>Some rows of a fact as they stream by: the side that each stands on, its part at each place, and what it adds to both sums.</summary>
/// <param name="places">How many places a row has: one for each table that its keys point to, one for each text of its own.</param>
internal sealed class RowBatch(int places)
{
    /// <summary>Rows that a batch holds at most.</summary>
    internal const int Most = 2048;

    private readonly int[][] _parts = [.. Enumerable.Range(0, places).Select(_ => new int[Most])];

    /// <summary>How many rows there are.</summary>
    internal int Count { get; private set; }

    /// <summary>How many places a row has.</summary>
    internal int Places => _parts.Length;

    /// <summary>Below how many the number of each part lies, for each place.</summary>
    internal int[] Sizes { get; } = new int[places];

    /// <summary>Whether each row stands on the side asked about.</summary>
    internal ColumnVector IsNow { get; private set; }

    /// <summary>What the rows add to the numerator.</summary>
    internal required ExactColumn Numerator { get; init; }

    /// <summary>What they add to the denominator; null where the measure has none.</summary>
    internal required ExactColumn? Denominator { get; init; }

    /// <summary>Takes the rows of a chunk; their parts are then written.</summary>
    /// <param name="chunk">The chunk: the side, a column for each place, the numerator and the denominator.</param>
    internal void Take(DataChunk chunk)
    {
        Count = chunk.Count;
        IsNow = chunk.Vector(0);
        Numerator.Vector = chunk.Vector(1 + Places);
        if (Denominator is not null)
        {
            Denominator.Vector = chunk.Vector(2 + Places);
        }
    }

    /// <summary>The part of each row at a place; below 0 at every place for a row that one of its tables does not have.</summary>
    internal Span<int> Parts(int place) => _parts[place].AsSpan(0, Count);

    /// <summary>Takes rows that one of the tables does not have out of all places.</summary>
    internal void LeaveOutStrays()
    {
        for (int row = 0; row < Count; row++)
        {
            if (Array.Exists(_parts, parts => parts[row] < 0))
            {
                Array.ForEach(_parts, parts => parts[row] = -1);
            }
        }
    }
}
