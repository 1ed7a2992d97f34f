using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Reads the leaves of all facts of a measure into one table.</summary>
internal sealed class LeafReader(IReadOnlyList<Dimension> dimensions, Decomposition form)
{
    private readonly MemberSums _members = new(dimensions, form);
    private readonly LeafIndex _index = new(dimensions.Count);
    private readonly List<Sides> _leaves = [];

    /// <summary>Reads a fact.</summary>
    /// <returns>The statements that were run.</returns>
    internal IReadOnlyList<SqlStatement> Read(LeafSql sql, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        FactPass pass = new(sql, dimensions, _members.Codes);
        LeafTotals totals = new(pass.Places);
        IReadOnlyList<SqlStatement> statements = pass.Read(totals, connection, cancellationToken);
        int[][][] codesOf = [.. Enumerable.Range(0, pass.Places).Select(pass.CodesOf)];
        LeafSides whole = default;
        LeafSides[][] sums = [.. _members.Codes.Select(members => new LeafSides[members.Count])];
        bool[][] isMet = [.. _members.Codes.Select(members => new bool[members.Count])];
        int[] codes = new int[dimensions.Count];
        for (int leaf = 0; leaf < totals.Sums.Count; leaf++)
        {
            LeafSides rows = totals.Sums[leaf];
            Place(pass, codesOf, totals.PartsOf(leaf), codes);
            AddTo(_index.NumberOf(codes), _members.Scaled(pass, rows));
            whole.Add(rows);
            for (int dimension = 0; dimension < codes.Length; dimension++)
            {
                sums[dimension][codes[dimension]].Add(rows);
                isMet[dimension][codes[dimension]] = true;
            }
        }

        for (int dimension = 0; dimension < dimensions.Count; dimension++)
        {
            foreach ((int code, _) in isMet[dimension].Index().Where(met => met.Item))
            {
                _members.Add(pass, dimension, code, sums[dimension][code]);
            }
        }

        _members.AddWhole(pass, whole);
        return statements;
    }

    /// <summary>The table, its members in the order of their names and its leaves in the order of their members: alike whatever the order of the rows.</summary>
    internal LeafTable Table()
    {
        (SegmentMember[] Members, int[] Positions)[] ordered = _members.Ordered();
        UInt128[] keys = new UInt128[_leaves.Count];
        Leaf[] leaves = new Leaf[_leaves.Count];
        for (int i = 0; i < leaves.Length; i++)
        {
            int[] codes = _index.Codes(i);
            for (int dimension = 0; dimension < ordered.Length; dimension++)
            {
                codes[dimension] = ordered[dimension].Positions[codes[dimension]];
                keys[i] = (keys[i] * (uint)ordered[dimension].Members.Length) + (uint)codes[dimension];
            }

            leaves[i] = new Leaf(codes, _leaves[i]);
        }

        Array.Sort(keys, leaves);
        SumsByMember members = _members.Table(ordered);
        return new LeafTable(dimensions, members.Members, leaves, form.IsRatio) { MemberSums = members.MemberSums, Whole = members.Whole };
    }

    private static void Place(FactPass pass, int[][][] codesOf, int[] parts, int[] codes)
    {
        for (int place = 0; place < parts.Length; place++)
        {
            int[] placed = pass.DimensionsOf(place);
            for (int i = 0; i < placed.Length; i++)
            {
                codes[placed[i]] = codesOf[place][parts[place]][i];
            }
        }
    }

    private void AddTo(int leaf, Sides rows)
    {
        while (_leaves.Count <= leaf)
        {
            _leaves.Add(default);
        }

        _leaves[leaf] += rows;
    }
}
