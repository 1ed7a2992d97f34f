using System.Runtime.InteropServices;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Sums the rows of one fact by every combination of members, as they stream by.</summary>
/// <remarks>
/// The engine only scans and filters: a row is found its leaf by position, from the dense keys that it has. Grouping in SQL by as many columns took
/// four times as long, for every row was joined to every table and hashed.
/// </remarks>
internal sealed class FactPass
{
    private readonly LeafSql _sql;
    private readonly MemberCodes[] _members;
    private readonly int[] _places;
    private readonly TableCodes[] _tables;
    private readonly TextCodes[] _own;
    private readonly LeafIndex _index;
    private readonly List<LeafSides> _sums = [];
    private int _scale;
    private int _scaleBelow;

    /// <summary>Prepares a pass.</summary>
    /// <param name="sql">Writes its statements.</param>
    /// <param name="dimensions">The dimensions of the explanation.</param>
    /// <param name="members">The members of each of them; those of this fact are added.</param>
    internal FactPass(LeafSql sql, IReadOnlyList<Dimension> dimensions, MemberCodes[] members)
    {
        _sql = sql;
        _members = members;
        _tables = [.. sql.Tables.Select(table => new TableCodes([.. table], [.. table.Select(dimension => members[PlaceOf(dimensions, dimension)])]))];
        _own = [.. sql.Own.Select(_ => new TextCodes())];
        _places = [.. sql.Tables.SelectMany(table => table).Concat(sql.Own).Select(dimension => PlaceOf(dimensions, dimension))];
        _index = new LeafIndex(_tables.Length + _own.Length);
    }

    /// <summary>Reads the members and the rows.</summary>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="cancellationToken">Ends the statements.</param>
    /// <returns>The statements that were run.</returns>
    internal IReadOnlyList<SqlStatement> Read(DuckDbConnection connection, CancellationToken cancellationToken)
    {
        List<SqlStatement> statements = [];
        for (int table = 0; table < _tables.Length; table++)
        {
            SqlStatement members = LeafSql.Members(_sql.Tables[table]);
            statements.Add(members);
            using DuckDbCommand named = members.CommandOn(connection);
            using ResultChunks chunks = named.ExecuteChunks(cancellationToken);
            _tables[table].Read(chunks);
        }

        SqlStatement rows = _sql.Rows();
        statements.Add(rows);
        using DuckDbCommand command = rows.CommandOn(connection);
        command.IsStreaming = true;
        using ResultChunks result = command.ExecuteChunks(cancellationToken);
        Sum(result);
        return statements;
    }

    /// <summary>The leaves that were met: for each the code of its member in each dimension, and what its rows sum to.</summary>
    internal IEnumerable<(int[] Codes, LeafSides Sums)> Leaves()
    {
        for (int leaf = 0; leaf < _sums.Count; leaf++)
        {
            int[] parts = _index.Codes(leaf);
            int[] codes = new int[_places.Length];
            int place = 0;
            for (int table = 0; table < _tables.Length; table++)
            {
                foreach (int code in _tables[table].Codes(parts[table]))
                {
                    codes[_places[place++]] = code;
                }
            }

            for (int own = 0; own < _own.Length; own++)
            {
                codes[_places[place]] = _members[_places[place]].Code(null, _own[own][parts[_tables.Length + own]]);
                place++;
            }

            yield return (codes, _sums[leaf]);
        }
    }

    /// <summary>What a side sums to, to six decimals.</summary>
    internal Sides Sides(in LeafSides sums) => new(sums.Before.Moments(_scale, _scaleBelow), sums.Now.Moments(_scale, _scaleBelow));

    private static int PlaceOf(IReadOnlyList<Dimension> dimensions, Dimension dimension)
    {
        int place = 0;
        while (dimensions[place] != dimension)
        {
            place++;
        }

        return place;
    }

    private void Sum(ResultChunks result)
    {
        int first = 1 + _tables.Length + _own.Length;
        ExactColumn numerator = new(result.Columns[first].Type);
        ExactColumn? denominator = result.Columns.Count > first + 1 ? new(result.Columns[first + 1].Type) : null;
        (_scale, _scaleBelow) = (numerator.Scale, denominator?.Scale ?? 0);
        Buffers held = new();
        while (result.MoveNext())
        {
            DataChunk chunk = result.Current;
            Span<int> leaves = held.Leaves(chunk.Count);
            Find(chunk, leaves, held.Codes(chunk.Count));
            numerator.Read(chunk.Vector(first), held.Exact(chunk.Count), held.Floating(chunk.Count));
            denominator?.Read(chunk.Vector(first + 1), held.ExactBelow(chunk.Count), held.FloatingBelow(chunk.Count));
            Add(leaves, chunk.Vector(0).Values<bool>(), held, denominator is not null);
        }
    }

    private void Find(DataChunk chunk, Span<int> leaves, Span<int> codes)
    {
        leaves.Clear();
        for (int table = 0; table < _tables.Length; table++)
        {
            _tables[table].PartsOf(chunk.Vector(1 + table), codes);
            _index.Extend(table, leaves, codes);
        }

        for (int own = 0; own < _own.Length; own++)
        {
            _own[own].Read(chunk.Vector(1 + _tables.Length + own), codes);
            _index.Extend(_tables.Length + own, leaves, codes);
        }

        CollectionsMarshal.SetCount(_sums, Math.Max(_sums.Count, _index.Count));
    }

    private void Add(ReadOnlySpan<int> leaves, ReadOnlySpan<bool> isNow, Buffers held, bool isRatio)
    {
        Span<LeafSides> sums = CollectionsMarshal.AsSpan(_sums);
        ReadOnlySpan<Int128> exact = held.Exact(leaves.Length);
        ReadOnlySpan<double> floating = held.Floating(leaves.Length);
        ReadOnlySpan<Int128> exactBelow = held.ExactBelow(leaves.Length);
        ReadOnlySpan<double> floatingBelow = held.FloatingBelow(leaves.Length);
        for (int i = 0; i < leaves.Length; i++)
        {
            if (leaves[i] < 0)
            {
                continue;
            }

            ref LeafSums side = ref isNow[i] ? ref sums[leaves[i]].Now : ref sums[leaves[i]].Before;
            if (isRatio)
            {
                side.Add(exact[i], floating[i], exactBelow[i], floatingBelow[i]);
            }
            else
            {
                side.Add(exact[i], floating[i]);
            }
        }
    }

    /// <summary>Room for the rows of one chunk.</summary>
    private sealed class Buffers
    {
        private const int Rows = 2048;

        private readonly int[] _leaves = new int[Rows];
        private readonly int[] _codes = new int[Rows];
        private readonly Int128[] _exact = new Int128[Rows];
        private readonly Int128[] _exactBelow = new Int128[Rows];
        private readonly double[] _floating = new double[Rows];
        private readonly double[] _floatingBelow = new double[Rows];

        internal Span<int> Leaves(int count) => _leaves.AsSpan(0, count);

        internal Span<int> Codes(int count) => _codes.AsSpan(0, count);

        internal Span<Int128> Exact(int count) => _exact.AsSpan(0, count);

        internal Span<Int128> ExactBelow(int count) => _exactBelow.AsSpan(0, count);

        internal Span<double> Floating(int count) => _floating.AsSpan(0, count);

        internal Span<double> FloatingBelow(int count) => _floatingBelow.AsSpan(0, count);
    }
}
