using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Rollups;

namespace ProdSales.Loading.Rollups;

/// <summary>Keeps the rollups of the warehouse equal to their facts, in the transaction of the batch that changes those.</summary>
/// <remarks>
/// Rows that only came in are added to what a rollup holds of their days. While rows are replaced, given other keys or their members' attributes change,
/// their days are noted, and what a rollup holds of these is summed anew from the fact at the end.
/// </remarks>
internal sealed class RollupRenewal(Batch batch)
{
    private readonly IReadOnlyList<KeptRollup> _rollups = RollupCatalogue.Read(batch.Connection);

    /// <summary>Makes the table of days to sum anew.</summary>
    internal void Create()
    {
        if (_rollups.Count > 0)
        {
            batch.Connection.Execute("CREATE OR REPLACE TEMP TABLE touched_day (fact VARCHAR, time_column VARCHAR, day DATE)");
        }
    }

    /// <summary>Notes the days of rows of a fact that are about to leave it or to be given other keys.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="rows">What follows FROM: the rows, named <c>f</c>.</param>
    internal void NoteChanging(string fact, string rows)
    {
        foreach (string time in _rollups.Where(rollup => rollup.Fact == fact).Select(rollup => rollup.Time).Distinct(StringComparer.Ordinal))
        {
            batch.Connection.Execute($"INSERT INTO touched_day SELECT DISTINCT {SqlText.Text(fact)}, {SqlText.Text(time)}, f.{SqlText.Name(time)} FROM {rows}");
        }
    }

    /// <summary>Notes the keys of members whose attributes change by what stands in <c>drawn_version</c>, before the versions are written.</summary>
    internal void NoteDrawn(string master)
    {
        string[] attributes = AttributesOf(master);
        if (attributes.Length > 0)
        {
            IEnumerable<string> differs = attributes.Select(name => $"d.{SqlText.Name(name)} IS DISTINCT FROM v.content.{SqlText.Name(name)}");
            batch.Connection.Execute($"""
                CREATE OR REPLACE TEMP TABLE restated_key AS
                SELECT d.{master}_key AS key FROM dim_{master} AS d JOIN drawn_version AS v ON v.version_key = d.{master}_key WHERE {SqlText.Join(" OR ", differs)}
                """);
        }
    }

    /// <summary>Notes the days of rows that name a member whose attributes have changed under the same key.</summary>
    internal void NoteRestated(string master, string fact, IEnumerable<string> keyColumns)
    {
        if (AttributesOf(master).Length > 0)
        {
            foreach (string column in keyColumns)
            {
                NoteChanging(fact, $"{fact} AS f SEMI JOIN restated_key AS k ON k.key = f.{column}");
            }
        }
    }

    /// <summary>Renews every rollup whose fact has changed.</summary>
    internal void Update()
    {
        foreach (KeptRollup rollup in _rollups)
        {
            string noted = $"SELECT day FROM touched_day WHERE fact = {SqlText.Text(rollup.Fact)} AND time_column = {SqlText.Text(rollup.Time)}";
            bool hasChanged = batch.ChangedTables.Contains(rollup.Fact) || batch.Connection.Scalar<bool>($"SELECT EXISTS ({noted})");
            if (hasChanged && IsFed(rollup.Fact))
            {
                RollupTable.Renew(batch.Connection, rollup, string.Create(CultureInfo.InvariantCulture, $"f.batch_id = {batch.Id}"), noted);
            }
            else if (hasChanged || (!IsFed(rollup.Fact) && rollup.Columns.Any(column => batch.ChangedTables.Contains($"dim_{column.Dimension}"))))
            {
                RollupTable.Build(batch.Connection, rollup);
            }
        }
    }

    // A schedule line is also changed by its deliveries, and other tables are drawn from several facts: what of them changed is not noted.
    private static bool IsFed(string fact) =>
        fact != "fact_schedule_line" && FeedCatalogue.All.Any(feed => feed.Kind is FeedKind.Fact && feed.Table == fact);

    private string[] AttributesOf(string master) =>
        [.. _rollups.SelectMany(rollup => rollup.Columns).Where(column => column.Dimension == master).Select(column => column.Attribute!).Distinct(StringComparer.Ordinal)];
}
