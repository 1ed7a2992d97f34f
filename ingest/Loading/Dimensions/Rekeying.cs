using ProdSales.Feeds;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Dimensions;

/// <summary>Gives facts the version of their day again, where the history of a member has been drawn anew, and the region that follows from it.</summary>
/// <param name="batch">The running batch.</param>
/// <param name="master">The dimension whose members were drawn.</param>
/// <param name="changesRegion">Whether a version that keeps its key got another region.</param>
internal sealed class Rekeying(Batch batch, StarTable master, bool changesRegion)
{
    private readonly string _x = master.Feed.Name;

    /// <summary>Rekeys the facts of earlier batches.</summary>
    internal void Apply()
    {
        bool hasMoved = batch.Connection.Scalar<bool>("SELECT EXISTS (FROM moved_key)");
        foreach (StarTable fact in NamingFacts())
        {
            string[] columns = [.. fact.References.Where(column => column.References == _x).Select(StarTable.KeyColumn)];
            batch.Rollups.NoteRestated(_x, fact.Name, columns);
            long changed = hasMoved ? columns.Sum(column => Rekey(fact.Name, column, fact.Feed.BusinessDate!.Name)) : 0;
            changed += (hasMoved || changesRegion) && fact.HasRegion && fact.RegionReferences.Any(column => column.References == _x) ? MoveRegion(fact) : 0;
            if (changed > 0)
            {
                batch.NoteChange(fact.Name);
            }
        }

        if (hasMoved && _x == "customer" && Rekey("fact_customer_health", "customer_key", "month") > 0)
        {
            batch.NoteChange("fact_customer_health");
        }

        Derived.DerivedFacts.NoteMembers(batch, _x);
    }

    // The facts that name the dimension and have rows, found by one query.
    private IEnumerable<StarTable> NamingFacts()
    {
        StarTable[] facts =
        [
            .. FeedCatalogue.All.Where(feed => feed.Kind is FeedKind.Fact).Select(feed => new StarTable(feed))
                .Where(fact => fact.References.Any(column => column.References == _x)),
        ];
        if (facts.Length == 0)
        {
            return [];
        }

        IEnumerable<string> filled = facts.Select(fact => $"SELECT {SqlText.Text(fact.Name)} AS fact WHERE EXISTS (FROM {fact.Name})");
        string? names = batch.Connection.Scalar<string>($"SELECT string_agg(fact, ',') FROM ({string.Join(" UNION ALL ", filled)})");
        HashSet<string> named = [.. names?.Split(',') ?? []];
        return facts.Where(fact => named.Contains(fact.Name));
    }

    private long Rekey(string fact, string column, string date)
    {
        string isMoved = $"f.{column} = k.old_key AND f.{SqlText.Name(date)} >= k.valid_from AND f.{SqlText.Name(date)} < k.valid_to";
        batch.Rollups.NoteChanging(fact, $"{fact} AS f SEMI JOIN moved_key AS k ON {isMoved}");
        return batch.Connection.Change($"UPDATE {fact} AS f SET {column} = k.new_key FROM moved_key AS k WHERE {isMoved}");
    }

    private long MoveRegion(StarTable fact)
    {
        FeedColumn[] named = [.. fact.RegionReferences];
        string key = StarTable.KeyColumn(named.First(column => column.References == _x));
        IEnumerable<string> joins = named.Select(column =>
            $"JOIN dim_{column.References} AS by_{column.References} ON by_{column.References}.{column.References}_key = p.{StarTable.KeyColumn(column)}");
        batch.Connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE moved_region AS
            SELECT p.rowid AS place, coalesce(g.region_key, 0) AS region_key
            FROM {fact.Name} AS p {SqlText.Join(" ", joins)}
            LEFT JOIN dim_region AS g ON g.region = coalesce({SqlText.Join(", ", named.Select(column => $"by_{column.References}.region"))})
            WHERE p.{key} IN (SELECT version_key FROM drawn_version) {(fact.HasOwnRegion ? "AND p.own_region_key = 0" : "")}
                AND p.region_key <> coalesce(g.region_key, 0)
            """);
        batch.Rollups.NoteChanging(fact.Name, $"{fact.Name} AS f SEMI JOIN moved_region AS n ON n.place = f.rowid");
        return batch.Connection.Change($"UPDATE {fact.Name} AS f SET region_key = n.region_key FROM moved_region AS n WHERE f.rowid = n.place");
    }
}
