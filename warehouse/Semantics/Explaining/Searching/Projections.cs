using System.Buffers;

namespace ProdSales.Semantics;

/// <summary>Sums leaves by some of their dimensions, each table from the smallest that holds it, so that most of them never see the leaves.</summary>
internal sealed class Projections : IDisposable
{
    private readonly int[] _sizes;
    private readonly int[] _smallestFirst;
    private readonly Dictionary<string, CellTable> _tables = new(StringComparer.Ordinal);
    private readonly List<Tallies[]> _lent = [];

    internal Projections(LeafSet leaves, int[] sizes)
    {
        _sizes = sizes;
        _smallestFirst = [.. Enumerable.Range(0, sizes.Length).Where(dimension => sizes[dimension] > 1).OrderBy(dimension => sizes[dimension])];
        int[] all = [.. _smallestFirst.Order()];
        _tables.Add(Name(all), new CellTable(all, Array.ConvertAll(all, dimension => leaves.Members[dimension]), leaves.Sums, leaves.Count));
    }

    /// <summary>The sums by some dimensions, in the order of these.</summary>
    internal CellTable By(int[] dimensions)
    {
        int[] parting = [.. dimensions.Where(dimension => _sizes[dimension] > 1)];
        CellTable held = Held(parting);
        return dimensions.AsSpan().SequenceEqual(held.Dimensions) ? held : Made(held, dimensions);
    }

    /// <summary>Gives back the memory of the sums of all tables but the leaves'.</summary>
    public void Dispose()
    {
        _lent.ForEach(sums => ArrayPool<Tallies>.Shared.Return(sums));
        _lent.Clear();
    }

    // In the order in which they are asked for first.
    private CellTable Held(int[] dimensions)
    {
        string name = Name(dimensions);
        if (!_tables.TryGetValue(name, out CellTable? table))
        {
            int wider = _smallestFirst.First(dimension => !dimensions.Contains(dimension));
            table = Made(Held([.. dimensions, wider]), dimensions);
            _tables.Add(name, table);
        }

        return table;
    }

    private CellTable Made(CellTable wider, int[] dimensions)
    {
        CellTable table = wider.By(dimensions, _sizes);
        _lent.Add(table.Sums);
        return table;
    }

    private static string Name(int[] dimensions) => string.Join(',', dimensions.Order());
}
