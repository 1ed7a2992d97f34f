namespace ProdSales.Semantics;

/// <summary>Sums leaves by some of their dimensions, each table from the smallest that holds it, so that most of them never see the leaves.</summary>
internal sealed class Projections
{
    /// <summary>Keys above this are not written: such a table is summed from the leaves, by fewer dimensions.</summary>
    private const double MostKeys = 1e18;

    private readonly IReadOnlyList<Leaf> _leaves;
    private readonly Tallies[] _sums;
    private readonly int[] _sizes;
    private readonly int[] _smallestFirst;
    private readonly Dictionary<string, CellTable> _tables = new(StringComparer.Ordinal);

    internal Projections(IReadOnlyList<Leaf> leaves, int[] sizes)
    {
        _leaves = leaves;
        _sums = new Tallies[leaves.Count];
        for (int i = 0; i < _sums.Length; i++)
        {
            _sums[i] = Tallies.Of(leaves[i].Sums);
        }

        _sizes = sizes;
        _smallestFirst = [.. Enumerable.Range(0, sizes.Length).Where(dimension => sizes[dimension] > 1).OrderBy(dimension => sizes[dimension])];
    }

    /// <summary>The sums by some dimensions, in the order of these.</summary>
    internal CellTable By(int[] dimensions) => Held([.. dimensions.Where(dimension => _sizes[dimension] > 1).Order()]).By(dimensions, _sizes);

    private CellTable Held(int[] dimensions)
    {
        string name = string.Join(',', dimensions);
        if (!_tables.TryGetValue(name, out CellTable? table))
        {
            int[] wider = [.. _smallestFirst.Where(dimension => !dimensions.Contains(dimension)).Take(1).Concat(dimensions).Order()];
            table = wider.Length > dimensions.Length && Space(wider) <= MostKeys ? Held(wider).By(dimensions, _sizes) : OfLeaves(dimensions);
            _tables.Add(name, table);
        }

        return table;
    }

    private double Space(int[] dimensions) => dimensions.Aggregate(1.0, (product, dimension) => product * _sizes[dimension]);

    private CellTable OfLeaves(int[] dimensions)
    {
        long[] keys = new long[_leaves.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            foreach (int dimension in dimensions)
            {
                keys[i] = (keys[i] * _sizes[dimension]) + _leaves[i].Members[dimension];
            }
        }

        return CellTable.Of(dimensions, keys, _sums, (long)Space(dimensions));
    }
}
