using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Weights;

/// <summary>Holds the rule of facts that share a whole among several members: the weights of each whole sum to 1.</summary>
/// <remarks>The whole table is looked at, not the batch alone: a row that moves to another whole breaks the one that it leaves.</remarks>
internal static class WholeWeights
{
    /// <summary>How far a sum may lie from 1, because sources round shares such as a third.</summary>
    private const double Tolerance = 0.001;

    /// <summary>Gets the facts whose rows share a whole.</summary>
    internal static IEnumerable<StarTable> Facts => FeedCatalogue.All.Where(feed => feed.Whole is not null).Select(feed => new StarTable(feed));

    /// <summary>Finds the wholes of a fact that are not whole.</summary>
    /// <returns>Null when all are.</returns>
    internal static BrokenWhole? Broken(DuckDbConnection connection, StarTable fact)
    {
        string whole = SqlText.Name(fact.Feed.Whole!.Name);
        using DuckDbCommand command = connection.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"""
            WITH broken AS (
                SELECT source_key, {whole} AS whole, sum(weight) AS total FROM {fact.Name} GROUP BY ALL HAVING abs(sum(weight) - 1) > {Tolerance}
            )
            SELECT count(*) OVER () AS wholes, s.source_system || ' ' || b.whole AS example, b.total
            FROM broken AS b INNER JOIN dim_source_system AS s ON s.source_key = b.source_key
            ORDER BY b.source_key, b.whole LIMIT 1
            """));
        using DuckDbDataReader reader = command.ExecuteReader();
        return reader.Read() ? new BrokenWhole(reader.GetInt64(0), reader.GetString(1), reader.GetDouble(2)) : null;
    }
}
