using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Reads the leaves of all facts of a measure into one table.</summary>
internal sealed class LeafReader(IReadOnlyList<Dimension> dimensions, Decomposition form)
{
    private readonly MemberSums _members = new(dimensions, form);
    private readonly LeafIndex _index = new(dimensions.Count);
    private readonly List<(FactLeaves Leaves, int[][] Codes)> _facts = [];

    /// <summary>Reads a fact.</summary>
    /// <returns>The statements that were run.</returns>
    internal IReadOnlyList<SqlStatement> Read(LeafSql sql, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        FactPass pass = new(sql, dimensions, _members.Codes);
        (IReadOnlyList<SqlStatement> statements, LeafFold folded) = pass.Read(finder => new LeafFold(finder, pass.Places), fold => fold.Scales, connection, cancellationToken);
        LeafTotals totals = folded.Totals;
        int[][] parts = totals.Numbers.Columns();
        int[][] codes = new int[dimensions.Count][];
        (LeafSides whole, (LeafSides, bool)[][] byPart) = totals.WithoutScatter(parts);
        _members.AddWhole(pass, whole);
        for (int place = 0; place < parts.Length; place++)
        {
            _members.Add(pass, place, byPart[place]);
            foreach ((int placed, int[] codeOf) in pass.DimensionsOf(place).Zip(pass.CodesOf(place)))
            {
                codes[placed] = Array.ConvertAll(parts[place], part => codeOf[part]);
            }
        }

        int[] leaves = new int[totals.Count];
        for (int dimension = 0; dimension < codes.Length; dimension++)
        {
            _index.Extend(dimension, leaves, codes[dimension]);
        }

        _facts.Add((new FactLeaves(totals, _members.UnitsOf(pass), leaves), codes));
        return statements;
    }

    /// <summary>The table, its members in the order of their names and its leaves in the order of their members: alike whatever the order of the rows.</summary>
    internal LeafTable Table()
    {
        (SegmentMember[] Members, int[] Positions)[] ordered = _members.Ordered();
        int count = _facts.Select(fact => fact.Leaves.Leaves.Append(-1).Max() + 1).Append(0).Max();
        int[][] positions = [.. ordered.Select((held, dimension) => Positions(dimension, held.Positions, count))];
        int[] order = Order(positions, [.. ordered.Select(held => held.Members.Length)], count);
        SumsByMember members = _members.Table(ordered);
        LeafSet leaves = new(order, Array.ConvertAll(positions, held => Array.ConvertAll(order, leaf => held[leaf])), Tallies(order));
        return new LeafTable(dimensions, members.Members, leaves, [.. _facts.Select(fact => fact.Leaves)], form.IsRatio) { MemberSums = members.MemberSums, Whole = members.Whole };
    }

    private int[] Positions(int dimension, int[] positionOf, int count)
    {
        int[] positions = new int[count];
        foreach ((FactLeaves fact, int[][] codes) in _facts)
        {
            for (int i = 0; i < fact.Leaves.Length; i++)
            {
                positions[fact.Leaves[i]] = positionOf[codes[dimension][i]];
            }
        }

        return positions;
    }

    // The leaves of a fact lie about in memory: they are read in the order in which they are told.
    private Tallies[] Tallies(int[] order)
    {
        Tallies[] tallies = new Tallies[order.Length];
        foreach ((FactLeaves fact, _) in _facts)
        {
            fact.AddTo(tallies, order);
        }

        return tallies;
    }

    // One stable sort by counting for each dimension of several members, the last one first.
    private static int[] Order(int[][] positions, int[] sizes, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        int[] next = new int[count];
        for (int dimension = positions.Length - 1; dimension >= 0; dimension--)
        {
            if (sizes[dimension] < 2)
            {
                continue;
            }

            int[] starts = new int[sizes[dimension] + 1];
            foreach (int position in positions[dimension])
            {
                starts[position + 1]++;
            }

            for (int member = 0; member < sizes[dimension]; member++)
            {
                starts[member + 1] += starts[member];
            }

            foreach (int leaf in order)
            {
                next[starts[positions[dimension][leaf]]++] = leaf;
            }

            (order, next) = (next, order);
        }

        return order;
    }
}
