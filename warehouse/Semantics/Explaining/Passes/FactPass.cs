using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Folding;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Reads the rows of one fact, each with the part that it has at each place.</summary>
/// <remarks>
/// The engine only scans and filters: a row is found its part by position, from the dense keys that it has. Grouping in SQL took four times as long by every
/// combination of members, for every row was joined to every table and hashed, and three times as long by <c>GROUPING SETS</c> over the keys, each of which hashes every row.
/// </remarks>
internal sealed class FactPass
{
    private readonly LeafSql _sql;
    private readonly MemberCodes[] _members;
    private readonly TableCodes[] _tables;
    private readonly TextColumn[] _own;
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
        _own = [.. sql.Own.Select(_ => new TextColumn())];

        int PlaceOf(Dimension dimension) => dimensions.Index().First(held => held.Item == dimension).Index;
    }

    /// <summary>How many places a row has.</summary>
    internal int Places => _dimensions.Length;

    /// <summary>Decimals of the numerators and of the denominators, once rows were read.</summary>
    internal (int Numerator, int Denominator) Scales { get; private set; }

    /// <summary>Reads the members, and folds the rows on the threads of the engine.</summary>
    /// <param name="start">Makes a fold that finds rows by their finder.</param>
    /// <param name="scales">Decimals of the numerators and of the denominators that a fold has met.</param>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="cancellationToken">Ends the statements.</param>
    /// <returns>The statements that were run, and what all rows came to.</returns>
    internal (IReadOnlyList<SqlStatement> Statements, T Folded) Read<T>(
        Func<RowFinder, T> start, Func<T, (int Numerator, int Denominator)> scales, DuckDbConnection connection, CancellationToken cancellationToken)
        where T : class, IRowFold<T>
    {
        List<SqlStatement> statements = ReadMembers(connection, cancellationToken);
        using DuckDbCommand command = statements[^1].CommandOn(connection);
        Dictionary<string, ITextNumbering> numbered = _sql.Own.Index().ToDictionary(own => own.Item.Name, own => (ITextNumbering)_own[own.Index], StringComparer.Ordinal);
        T folded = command.Fold(statements[^1].Columns, numbered, () => start(new RowFinder(_tables, _own, _sql.HasDenominator)), cancellationToken);
        Scales = scales(folded);
        return (statements, folded);
    }

    /// <summary>The dimensions that the parts of a place have members of, by position.</summary>
    internal int[] DimensionsOf(int place) => _dimensions[place];

    /// <summary>The code of the member that each part of a place has, for each of <see cref="DimensionsOf"/>.</summary>
    internal int[][] CodesOf(int place) => place < _tables.Length
        ? _tables[place].Codes()
        : [[.. Enumerable.Range(0, _own[place - _tables.Length].Numbers.Count).Select(part => _members[_dimensions[place][0]].Code(null, _own[place - _tables.Length].Numbers[part]))]];

    // Reads the tables of members; the last of the statements is that of the rows, which is still to be run.
    private List<SqlStatement> ReadMembers(DuckDbConnection connection, CancellationToken cancellationToken)
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

        statements.Add(_sql.Rows());
        return statements;
    }
}
