using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Works a margin bridge out of the sums of its leaves.</summary>
internal static class BridgeReader
{
    /// <summary>The bridge, or null when the columns of its rule do not sum to the change of the measure.</summary>
    internal static MarginBridge? Read(SqlStatement statement, decimal change, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        using DuckDbCommand command = statement.CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        List<PricedLeaf> leaves = [];
        while (reader.Read())
        {
            leaves.Add(new PricedLeaf(
                new(reader.GetDecimal(0), reader.GetDecimal(2), reader.GetDecimal(4), reader.GetDecimal(6)),
                new(reader.GetDecimal(1), reader.GetDecimal(3), reader.GetDecimal(5), reader.GetDecimal(7))));
        }

        return leaves.Sum(leaf => leaf.Now.Margin - leaf.Before.Margin) == change ? Of(leaves, change) : null;
    }

    /// <summary>The bridge of leaves. Volume and mix are at the old margins a unit, list price, discount and cost at the new quantities.</summary>
    internal static MarginBridge Of(IReadOnlyList<PricedLeaf> leaves, decimal change)
    {
        PricedLeaf[] held = [.. leaves.Where(leaf => leaf is { Before.Quantity: not 0, Now.Quantity: not 0 })];
        PricedLeaf[] others = [.. leaves.Where(leaf => leaf.Before.Quantity == 0 || leaf.Now.Quantity == 0)];
        decimal oldQuantity = held.Sum(leaf => leaf.Before.Quantity);
        decimal newQuantity = held.Sum(leaf => leaf.Now.Quantity);
        decimal oldMargin = held.Sum(leaf => leaf.Before.Margin);
        decimal volume = oldQuantity == 0 ? 0 : (newQuantity - oldQuantity) * oldMargin / oldQuantity;
        decimal[] steps =
        [
            volume,
            held.Sum(leaf => leaf.Now.Quantity * leaf.Before.Margin / leaf.Before.Quantity) - oldMargin - volume,
            held.Sum(leaf => leaf.AtNewQuantity(sums => sums.List)),
            -held.Sum(leaf => leaf.AtNewQuantity(sums => sums.List - sums.Net)),
            -held.Sum(leaf => leaf.AtNewQuantity(sums => sums.Cost)),
            others.Where(leaf => leaf.Before.IsNothing).Sum(leaf => leaf.Now.Margin),
            -others.Where(leaf => leaf.Now.IsNothing).Sum(leaf => leaf.Before.Margin),
            others.Where(leaf => !leaf.Before.IsNothing && !leaf.Now.IsNothing).Sum(leaf => leaf.Now.Margin - leaf.Before.Margin),
        ];
        decimal[] told = Rounding.Exact(steps, change, Rounding.Places(isRatio: false));
        return new MarginBridge(told[0], told[1], told[2], told[3], told[4], told[5], told[6], told[7]);
    }
}

/// <summary>What the rows of one leaf sum to on one side.</summary>
internal readonly record struct PricedSums(decimal Quantity, decimal List, decimal Net, decimal Cost)
{
    internal decimal Margin => Net - Cost;

    internal bool IsNothing => this == default;
}

/// <summary>A leaf of a bridge.</summary>
internal sealed record PricedLeaf(PricedSums Before, PricedSums Now)
{
    /// <summary>What an amount a unit changed by, times the new quantity.</summary>
    internal decimal AtNewQuantity(Func<PricedSums, decimal> amount) => amount(Now) - (Now.Quantity * amount(Before) / Before.Quantity);
}
