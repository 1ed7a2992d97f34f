using ProdSales.Feeds;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Auditing;

/// <summary>The tables that are examined, as the catalogue of feeds declares them, and the small queries over them.</summary>
internal static class AuditedTables
{
    /// <summary>Gets the facts that feeds fill.</summary>
    internal static IEnumerable<StarTable> Facts => FeedCatalogue.All.Where(feed => feed.Kind is FeedKind.Fact).Select(feed => new StarTable(feed));

    /// <summary>Gets the masters, which all keep their history.</summary>
    internal static IEnumerable<StarTable> Masters => FeedCatalogue.All.Where(feed => feed.Kind is FeedKind.Dimension).Select(feed => new StarTable(feed));

    /// <summary>Names a row of <c>f</c> for a person: its source system and its id.</summary>
    internal const string RowName = "(SELECT min(s.source_system) FROM dim_source_system AS s WHERE s.source_key = f.source_key) || ' ' || f.source_id";

    /// <summary>Gives the count of the first column and the example of the second; null where the count is 0.</summary>
    internal static (long Count, string Example)? Found(DuckDbConnection connection, string sql)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        using DuckDbDataReader reader = command.ExecuteReader();
        reader.Read();
        long count = reader.GetInt64(0);
        return count == 0 ? null : (count, reader.IsDBNull(1) ? "" : reader.GetString(1));
    }
}
