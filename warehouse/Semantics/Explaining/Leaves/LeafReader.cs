using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Reads the leaves of all facts of a measure into one table.</summary>
internal sealed class LeafReader(IReadOnlyList<Dimension> dimensions, Decomposition form)
{
    private readonly MemberCodes[] _members = [.. dimensions.Select(dimension => new MemberCodes(dimension))];
    private readonly LeafIndex _index = new(dimensions.Count);
    private readonly List<Sides> _leaves = [];
    private readonly List<Sides>[] _memberSums = [.. dimensions.Select(_ => new List<Sides>())];
    private Sides _whole;

    /// <summary>Reads a fact.</summary>
    /// <returns>The statements that were run.</returns>
    internal IReadOnlyList<SqlStatement> Read(LeafSql sql, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        FactPass pass = new(sql, dimensions, _members);
        IReadOnlyList<SqlStatement> statements = pass.Read(connection, cancellationToken);
        LeafSides whole = default;
        LeafSides[][]? sums = null;
        foreach ((int[] codes, LeafSides leaf) in pass.Leaves())
        {
            sums ??= [.. _members.Select(members => new LeafSides[members.Count])];
            AddTo(_leaves, _index.NumberOf(codes), Scaled(pass, leaf));
            whole.Add(leaf);
            for (int dimension = 0; dimension < codes.Length; dimension++)
            {
                Grown(ref sums[dimension], codes[dimension]).Add(leaf);
            }
        }

        for (int dimension = 0; dimension < dimensions.Count && sums is not null; dimension++)
        {
            for (int code = 0; code < Math.Min(sums[dimension].Length, _members[dimension].Count); code++)
            {
                AddTo(_memberSums[dimension], code, Scaled(pass, sums[dimension][code]));
            }
        }

        _whole += Scaled(pass, whole);
        return statements;
    }

    /// <summary>The table, its members in the order of their names and its leaves in the order of their members: alike whatever the order of the rows.</summary>
    internal LeafTable Table()
    {
        int[][] codes = [.. Enumerable.Range(0, _leaves.Count).Select(_index.Codes)];
        (SegmentMember[] Members, int[] Positions)[] ordered = [.. _members.Select((members, dimension) => members.Ordered(Used(codes, dimension, members.Count)))];
        UInt128[] keys = new UInt128[codes.Length];
        Leaf[] leaves = new Leaf[codes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            for (int dimension = 0; dimension < ordered.Length; dimension++)
            {
                codes[i][dimension] = ordered[dimension].Positions[codes[i][dimension]];
                keys[i] = (keys[i] * (uint)ordered[dimension].Members.Length) + (uint)codes[i][dimension];
            }

            leaves[i] = new Leaf(codes[i], _leaves[i]);
        }

        Array.Sort(keys, leaves);
        Sides[][] sums = [.. ordered.Select((held, dimension) => SumsOf(held, _memberSums[dimension]))];
        return new LeafTable(dimensions, [.. ordered.Select(held => held.Members)], leaves, form.IsRatio) { MemberSums = sums, Whole = _whole };
    }

    private static Sides[] SumsOf((SegmentMember[] Members, int[] Positions) held, List<Sides> byCode)
    {
        Sides[] sums = new Sides[held.Members.Length];
        for (int code = 0; code < byCode.Count && sums.Length > 0; code++)
        {
            sums[held.Positions[code]] += byCode[code];
        }

        return sums;
    }

    private static bool[] Used(int[][] codes, int dimension, int count)
    {
        bool[] isUsed = new bool[count];
        foreach (int[] leaf in codes)
        {
            isUsed[leaf[dimension]] = true;
        }

        return isUsed;
    }

    private static ref LeafSides Grown(ref LeafSides[] sums, int code)
    {
        if (code >= sums.Length)
        {
            Array.Resize(ref sums, 2 * (code + 1));
        }

        return ref sums[code];
    }

    private static void AddTo(List<Sides> sums, int number, Sides added)
    {
        while (sums.Count <= number)
        {
            sums.Add(default);
        }

        sums[number] += added;
    }

    private Sides Scaled(FactPass pass, in LeafSides sums)
    {
        Sides sides = pass.Sides(sums);
        (decimal numerator, decimal denominator) = (form.Numerator.Scale, form.Denominator?.Scale ?? 1);
        return numerator == 1 && denominator == 1 ? sides : new(sides.Before.Times(numerator, denominator), sides.Now.Times(numerator, denominator));
    }
}
