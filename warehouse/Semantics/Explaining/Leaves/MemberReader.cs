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
        (IReadOnlyList<SqlStatement> statements, MemberFold folded) = pass.Read(finder => new MemberFold(finder, pass.Places), fold => fold.Scales, connection, cancellationToken);
        MemberTotals totals = folded.Totals();
        for (int place = 0; place < pass.Places; place++)
        {
            _sums.Add(pass, place, [.. totals.Of(place).Select(part => (part, part.HasRows))]);
        }

        _sums.AddWhole(pass, totals.Whole());
        return statements;
    }

    /// <summary>The table of members.</summary>
    internal SumsByMember Table() => _sums.Table();
}
