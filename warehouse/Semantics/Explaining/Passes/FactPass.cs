using System.Numerics;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Reads the rows of one fact as they stream by, each with the part that it has at each place.</summary>
/// <remarks>
/// The engine only scans and filters: a row is found its part by position, from the dense keys that it has. Grouping in SQL took four times as long by every
/// combination of members, for every row was joined to every table and hashed, and three times as long by <c>GROUPING SETS</c> over the keys, each of which hashes every row.
/// </remarks>
internal sealed class FactPass
{
    private readonly LeafSql _sql;
    private readonly MemberCodes[] _members;
    private readonly TableCodes[] _tables;
    private readonly TextCodes[] _own;
    private readonly int[][] _dimensions;

    /// <summary>Prepares a pass.</summary>
    /// <param name="sql">Writes its statements.</param>
    /// <param name="dimensions">The dimensions of the explanation.</param>
    /// <param name="members">The members of each of them; those of this fact are added.</param>
    internal FactPass(LeafSql sql, IReadOnlyList<Dimension> dimensions, MemberCodes[] members)
    {
        _sql = sql;
        _members = members;
        _dimensions = [.. sql.Tables.Select(table => table.Select(PlaceOf).ToArray()), .. sql.Own.Select(own => (int[])[PlaceOf(own)])];
        _tables = [.. sql.Tables.Select((table, place) => new TableCodes([.. table], [.. _dimensions[place].Select(dimension => members[dimension])]))];
        _own = [.. sql.Own.Select(_ => new TextCodes())];

        int PlaceOf(Dimension dimension) => dimensions.Index().First(held => held.Item == dimension).Index;
    }

    /// <summary>How many places a row has.</summary>
    internal int Places => _dimensions.Length;

    /// <summary>Decimals of the numerators and of the denominators, once rows were read.</summary>
    internal (int Numerator, int Denominator) Scales { get; private set; }

    /// <summary>Reads the members and the rows.</summary>
    /// <param name="totals">Adds up the rows.</param>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="cancellationToken">Ends the statements.</param>
    /// <returns>The statements that were run.</returns>
    internal IReadOnlyList<SqlStatement> Read(IRowTotals totals, DuckDbConnection connection, CancellationToken cancellationToken)
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
        Sum(result, totals);
        return statements;
    }

    /// <summary>The dimensions that the parts of a place have members of, by position.</summary>
    internal int[] DimensionsOf(int place) => _dimensions[place];

    /// <summary>For each part of a place the codes of its members, in the order of <see cref="DimensionsOf"/>.</summary>
    internal int[][] CodesOf(int place) => place < _tables.Length
        ? [.. Enumerable.Range(0, _tables[place].Count).Select(_tables[place].Codes)]
        : [.. Enumerable.Range(0, _own[place - _tables.Length].Count).Select(part => (int[])[_members[_dimensions[place][0]].Code(null, _own[place - _tables.Length][part])])];

    private void Sum(ResultChunks result, IRowTotals totals)
    {
        ExactColumn numerator = new(result.Columns[1 + Places].Type);
        ExactColumn? denominator = result.Columns.Count > 2 + Places ? new(result.Columns[2 + Places].Type) : null;
        Scales = (numerator.Scale, denominator?.Scale ?? 0);
        RowBatch batch = new(Places) { Numerator = numerator, Denominator = denominator };
        while (result.MoveNext())
        {
            DataChunk chunk = result.Current;
            batch.Take(chunk);
            Find(chunk, batch);
            totals.Add(batch);
        }
    }

    private void Find(DataChunk chunk, RowBatch batch)
    {
        bool hasStrays = false;
        for (int place = 0; place < _tables.Length; place++)
        {
            hasStrays |= !_tables[place].TryFind(chunk.Vector(1 + place), batch.Parts(place));
            batch.Sizes[place] = _tables[place].Count;
        }

        for (int own = 0; own < _own.Length; own++)
        {
            _own[own].Read(chunk.Vector(1 + _tables.Length + own), batch.Parts(_tables.Length + own));
            // Room for a few texts more, so that places need not be joined anew for each.
            batch.Sizes[_tables.Length + own] = (int)BitOperations.RoundUpToPowerOf2((uint)_own[own].Count);
        }

        if (hasStrays)
        {
            batch.LeaveOutStrays();
        }
    }
}
