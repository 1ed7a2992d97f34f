using ProdSales.Feeds;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Ledger;

/// <summary>The currency that all money of a warehouse is kept in: chosen while no money is loaded, and kept ever after.</summary>
internal static class GroupCurrency
{
    /// <summary>Gives the currency of the warehouse.</summary>
    internal static string Of(DuckDbConnection connection) =>
        connection.Scalar<string>("SELECT value FROM warehouse_setting WHERE name = 'group_currency'")!;

    /// <summary>Chooses the currency.</summary>
    /// <returns>False when facts are already kept in another one.</returns>
    internal static bool Choose(DuckDbConnection connection, string currency)
    {
        if (Of(connection) == currency)
        {
            return true;
        }

        IEnumerable<string> withMoney = FeedCatalogue.All
            .Select(feed => new StarTable(feed)).Where(star => star.Feed.Kind is FeedKind.Fact && star.Money.Count > 0)
            .Select(star => $"EXISTS (FROM {star.Name})");
        if (connection.Scalar<bool>($"SELECT {SqlText.Join(" OR ", withMoney)}"))
        {
            return false;
        }

        connection.Execute($"UPDATE warehouse_setting SET value = {SqlText.Text(currency)} WHERE name = 'group_currency'");
        return true;
    }
}
