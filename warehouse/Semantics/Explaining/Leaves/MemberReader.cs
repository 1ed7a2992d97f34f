using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Reads the sums of the members of each dimension, which is all that an attribution needs.</summary>
internal sealed class MemberReader(IReadOnlyList<Dimension> dimensions, Decomposition form)
{
    private readonly MemberSums _sums = new(dimensions, form);

    /// <summary>Reads a fact.</summary>
    /// <returns>The statements that were run.</returns>
    internal IReadOnlyList<SqlStatement> Read(LeafSql sql, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        FactPass pass = new(sql, dimensions, _sums.Codes);
        (IReadOnlyList<SqlStatement> statements, MemberTotals totals) = pass.ReadByPart(connection, cancellationToken);
        for (int place = 0; place < pass.Places; place++)
        {
            Add(pass, place, totals.Of(place));
        }

        _sums.AddWhole(pass, totals.Whole());
        return statements;
    }

    /// <summary>The table of members.</summary>
    internal SumsByMember Table() => _sums.Table();

    private void Add(FactPass pass, int place, IReadOnlyList<LeafSides> byPart)
    {
        int[][] codes = pass.CodesOf(place);
        int[] placed = pass.DimensionsOf(place);
        for (int dimension = 0; dimension < placed.Length; dimension++)
        {
            LeafSides[] sums = new LeafSides[_sums.Codes[placed[dimension]].Count];
            for (int part = 0; part < byPart.Count; part++)
            {
                sums[codes[part][dimension]].Add(byPart[part]);
            }

            foreach ((int code, LeafSides rows) in sums.Index().Where(sum => sum.Item.HasRows))
            {
                _sums.Add(pass, placed[dimension], code, rows);
            }
        }
    }
}
