using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Dimensions;

/// <summary>Draws the history of the members that new statements touch, and writes it in place of the old one.</summary>
/// <remarks>
/// The history of a member follows from its statements alone, in the order of their dates: neighbours that say the same make one version, and
/// the first version reaches back to the beginning. So it does not matter in which order or in how many batches they came.
/// A version keeps its key as long as one of its statements had it; an inferred member's key goes to the first version.
/// </remarks>
internal sealed class Timeline(Batch batch, StarTable star)
{
    private readonly string _x = star.Feed.Name;

    /// <summary>Whether a version that keeps its key gets another region; told once the versions are drawn.</summary>
    internal bool ChangesRegion { get; private set; }

    private bool HasRegion => star.Plain.Any(column => column.Name == "region");

    /// <summary>Makes the tables <c>drawn_statement</c> and <c>drawn_version</c>.</summary>
    internal void Draw()
    {
        batch.Connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE drawn_statement AS
            WITH stated AS (
                SELECT a.durable_key, a.effective_date, a.version, coalesce(a.recorded_at, CASE WHEN NOT a.is_new THEN d.recorded_at END) AS recorded_at, a.is_dated,
                    CASE WHEN a.is_new THEN a.content ELSE {StatedRows.Content(star, Held, HeldKey)} END AS content, a.version_key, a.own_day, a.lowest_version
                FROM accepted_statement AS a LEFT JOIN dim_{_x} AS d ON d.{_x}_key = a.version_key
            ), marked AS (
                SELECT *, content IS DISTINCT FROM lag(content) OVER (PARTITION BY durable_key ORDER BY effective_date) AS begins FROM stated
            )
            SELECT * EXCLUDE (begins), CAST(count_if(begins) OVER (PARTITION BY durable_key ORDER BY effective_date) AS INTEGER) AS place
            FROM marked
            """);
        batch.Connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE drawn_version AS
            WITH claim AS (
                SELECT durable_key, version_key, min(place) AS place FROM drawn_statement WHERE version_key IS NOT NULL GROUP BY ALL
                UNION ALL
                SELECT d.{_x}_durable_key, d.{_x}_key, 1 FROM dim_{_x} AS d
                WHERE d.is_inferred AND d.{_x}_durable_key IN (SELECT durable_key FROM accepted_statement)
            ), kept AS (
                SELECT durable_key, place, min(version_key) AS version_key FROM claim GROUP BY ALL
            ), run AS (
                SELECT durable_key, place, min(effective_date) AS begins_on, bool_or(is_dated) AS is_dated,
                    max(version) AS version, max(recorded_at) AS recorded_at, any_value(content) AS content
                FROM drawn_statement GROUP BY ALL
            )
            SELECT r.*,
                CASE WHEN r.place = 1 THEN DATE '0001-01-01' ELSE r.begins_on END AS valid_from,
                coalesce(lead(r.begins_on) OVER (PARTITION BY r.durable_key ORDER BY r.place), DATE '9999-12-31') AS valid_to,
                CAST(coalesce(k.version_key, top.top_key + row_number() OVER (PARTITION BY k.version_key IS NULL ORDER BY r.durable_key, r.place)) AS INTEGER) AS version_key
            FROM run AS r
            LEFT JOIN kept AS k ON k.durable_key = r.durable_key AND k.place = r.place
            CROSS JOIN (SELECT max({_x}_key) AS top_key FROM dim_{_x}) AS top
            """);
        NoteMovedKeys();
        ChangesRegion = HasRegion && batch.Connection.Scalar<bool>(
            $"SELECT EXISTS (FROM dim_{_x} AS d JOIN drawn_version AS v ON v.version_key = d.{_x}_key WHERE d.region IS DISTINCT FROM v.content.region)");
    }

    /// <summary>Puts the drawn versions and statements in place of the old ones.</summary>
    internal void Write()
    {
        batch.Connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE drawn_member AS
            SELECT DISTINCT d.{_x}_durable_key AS durable_key, d.source_key, d.{_x}_id AS id
            FROM dim_{_x} AS d SEMI JOIN accepted_statement AS t ON t.durable_key = d.{_x}_durable_key
            """);
        batch.Connection.Execute($"DELETE FROM dim_{_x} WHERE {_x}_durable_key IN (SELECT durable_key FROM drawn_member)");
        IEnumerable<string> columns = [.. star.Plain.Select(column => column.Name), .. star.References.Select(StarTable.DurableColumn)];
        batch.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO dim_{_x} BY NAME
            SELECT v.version_key AS {_x}_key, v.durable_key AS {_x}_durable_key, m.source_key, m.id AS {_x}_id, v.version, v.recorded_at, {batch.Id} AS batch_id,
                CASE WHEN v.is_dated THEN v.begins_on END AS effective_date, v.valid_from, v.valid_to, v.valid_to = DATE '9999-12-31' AS is_current,
                false AS is_inferred, {SqlText.Join(", ", columns.Select(name => $"v.content.{SqlText.Name(name)}"))}
            FROM drawn_version AS v JOIN drawn_member AS m ON m.durable_key = v.durable_key
            ORDER BY v.version_key
            """));
        batch.Connection.Execute($"DELETE FROM member_statement WHERE dimension = {SqlText.Text(_x)} AND durable_key IN (SELECT durable_key FROM drawn_member)");
        batch.Connection.Execute($"""
            INSERT INTO member_statement BY NAME
            SELECT {SqlText.Text(_x)} AS dimension, s.durable_key, s.effective_date, s.version, s.is_dated, v.version_key, s.own_day, s.lowest_version
            FROM drawn_statement AS s JOIN drawn_version AS v ON v.durable_key = s.durable_key AND v.place = s.place
            """);
        if (HasRegion)
        {
            AddRegions();
        }
    }

    private static string Held(FeedColumn column) => $"d.{SqlText.Name(column.Name)}";

    private static string HeldKey(FeedColumn column, int place) => $"d.{StarTable.DurableColumn(column)}";

    private void NoteMovedKeys() => batch.Connection.Execute($"""
        CREATE OR REPLACE TEMP TABLE moved_key AS
        SELECT d.{_x}_key AS old_key, v.version_key AS new_key, greatest(d.valid_from, v.valid_from) AS valid_from, least(d.valid_to, v.valid_to) AS valid_to
        FROM dim_{_x} AS d
        JOIN drawn_version AS v ON v.durable_key = d.{_x}_durable_key AND v.valid_from < d.valid_to AND d.valid_from < v.valid_to
        WHERE d.{_x}_key <> v.version_key
        """);

    private void AddRegions()
    {
        long made = batch.Connection.Change("""
            INSERT INTO dim_region
            SELECT CAST(top.top_key + row_number() OVER (ORDER BY n.region) AS SMALLINT), n.region
            FROM (SELECT DISTINCT content.region AS region FROM drawn_version) AS n
            ANTI JOIN dim_region AS g ON g.region = n.region
            CROSS JOIN (SELECT max(region_key) AS top_key FROM dim_region) AS top
            WHERE n.region IS NOT NULL
            """);
        if (made > 0)
        {
            batch.Known.Forget(Intake.MissingMember.Region);
            batch.NoteChange("dim_region");
        }
    }
}
