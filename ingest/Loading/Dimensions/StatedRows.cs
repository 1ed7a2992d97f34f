using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Quarantine;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Dimensions;

/// <summary>Turns the incoming rows of a dimension into statements about members, and keeps those that have a place in the history.</summary>
/// <remarks>
/// Which statements have one follows from all that were ever made about the member, so that the order of loading does not matter. The day of a statement is
/// its effective date, or else the day on which it was recorded, or else that of the batch, which is then all that is known. Of two statements of one day the
/// higher version counts. An undated one speaks of the whole state of its day: it gives way to a higher version of an earlier day, and a dated one of
/// a lower version and a later day gives way to it. An undated statement of the lowest version ever told speaks from the beginning.
/// What once gave way never comes back, so that nothing of it is kept but the lowest version.
/// </remarks>
internal sealed class StatedRows(Batch batch, StarTable star, RowRules rules, FeedTally tally)
{
    private readonly string _x = star.Feed.Name;

    /// <summary>Writes the struct that holds what a dimension row says about its member.</summary>
    /// <param name="star">The table of the dimension.</param>
    /// <param name="plain">Gives the expression of a column that is held as it is.</param>
    /// <param name="reference">Gives the expression of a durable key.</param>
    internal static string Content(StarTable star, Func<FeedColumn, string> plain, Func<FeedColumn, int, string> reference) => "struct_pack(" + SqlText.Join(", ",
    [
        .. star.Plain.Select(column => $"{SqlText.Name(column.Name)} := {plain(column)}"),
        .. star.References.Select((column, i) => $"{StarTable.DurableColumn(column)} := {reference(column, i)}"),
    ]) + ")";

    /// <summary>Collects the good rows, each statement once, and refuses those that contradict each other.</summary>
    internal void Collect()
    {
        batch.Connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE stated_row AS
            SELECT
                a.rowid AS place, d.{_x}_durable_key AS durable_key, a.effective_date, a.version, a.recorded_at,
                {Content(star, Incoming, (_, i) => FormattableString.Invariant($"coalesce(r{i}.{star.References[i].References}_durable_key, 0)"))} AS content
            FROM incoming_row AS a
            JOIN dim_source_system AS y ON y.source_system = a.source_system
            JOIN dim_{_x} AS d ON d.source_key = y.source_key AND d.{_x}_id = a.source_id AND d.is_current
            {SqlText.Join("\n", star.References.Select(JoinOf))}
            WHERE {rules.IsGood()}
            """);
        long good = batch.Connection.Scalar<long>("SELECT count(*) FROM stated_row");
        long refused = RefuseContradictions();
        batch.Connection.Execute("""
            DELETE FROM stated_row WHERE place NOT IN (
                SELECT min(place) FROM stated_row GROUP BY durable_key, effective_date, version)
            """);
        tally.Refused = (tally.Read - good) + refused;
        tally.Skipped = good - refused;
    }

    /// <summary>Makes <c>accepted_statement</c>: every statement that has a place in the history of a member whose history changes.</summary>
    /// <returns>False when nothing changes.</returns>
    internal bool Accept()
    {
        Judge();
        batch.Connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE accepted_statement AS
            SELECT j.* REPLACE (coalesce(j.version_key, m.version_key) AS version_key), j.held_date IS NULL AS is_new, j.held_date IS NULL AND m.durable_key IS NOT NULL AS is_replacement
            FROM judged_statement AS j
            LEFT JOIN member_statement AS m
                ON m.dimension = {SqlText.Text(_x)} AND m.durable_key = j.durable_key AND m.effective_date = j.effective_date
            WHERE j.durable_key IN (SELECT durable_key FROM judged_statement WHERE held_date IS DISTINCT FROM effective_date OR held_lowest_version IS DISTINCT FROM lowest_version)
            """);
        tally.Loaded = batch.Connection.Scalar<long>("SELECT count(*) FROM accepted_statement WHERE is_new");
        tally.Replaced = batch.Connection.Scalar<long>("SELECT count(*) FROM accepted_statement WHERE is_replacement");
        tally.Skipped -= tally.Loaded;
        return batch.Connection.Scalar<long>("SELECT count(*) FROM accepted_statement") > 0;
    }

    // A window over the higher versions finds what a statement gives way to.
    private void Judge() => batch.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
        CREATE OR REPLACE TEMP TABLE judged_statement AS
        WITH held AS (
            SELECT m.durable_key, m.version, m.is_dated, m.own_day, m.lowest_version AS held_lowest_version, m.effective_date AS held_date, m.version_key
            FROM member_statement AS m SEMI JOIN stated_row AS s ON s.durable_key = m.durable_key
            WHERE m.dimension = {SqlText.Text(_x)}
        ), told AS (
            SELECT * FROM held
            UNION ALL BY NAME
            SELECT s.durable_key, s.version, s.effective_date IS NOT NULL AS is_dated,
                coalesce(s.effective_date, CAST(s.recorded_at AS DATE), DATE '{batch.StartedAt:yyyy-MM-dd}') AS own_day, s.recorded_at, s.content
            FROM stated_row AS s
            ANTI JOIN held AS h ON h.durable_key = s.durable_key AND h.version = s.version
                AND CASE WHEN s.effective_date IS NULL THEN NOT h.is_dated ELSE h.own_day = s.effective_date END
        ), placed AS (
            SELECT *, min(least(version, coalesce(held_lowest_version, version))) OVER (PARTITION BY durable_key) AS lowest_version,
                min(own_day) OVER newer AS newer_day, min(own_day) FILTER (WHERE NOT is_dated) OVER newer AS newer_undated_day
            FROM told
            WINDOW newer AS (PARTITION BY durable_key ORDER BY version DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
        )
        SELECT * EXCLUDE (newer_day, newer_undated_day),
            CASE WHEN NOT is_dated AND version = lowest_version THEN DATE '0001-01-01' ELSE own_day END AS effective_date
        FROM placed
        WHERE CASE WHEN is_dated THEN newer_undated_day > own_day ELSE version = lowest_version OR newer_day > own_day END IS NOT FALSE
        QUALIFY row_number() OVER (PARTITION BY durable_key, effective_date ORDER BY version DESC, is_dated DESC) = 1
        """));

    private string Incoming(FeedColumn column)
    {
        string value = $"a.{SqlText.Name(column.Name)}";
        return column.Allowed.Count > 0 ? $"CAST({value} AS {_x}_{column.Name})" : value;
    }

    private static string JoinOf(FeedColumn column, int i)
    {
        string r = FormattableString.Invariant($"r{i}");
        return $"LEFT JOIN dim_{column.References} AS {r} ON {r}.{column.References}_id = a.{SqlText.Name(column.Name)} AND {r}.source_key = y.source_key AND {r}.is_current";
    }

    private long RefuseContradictions()
    {
        batch.Connection.Execute("""
            CREATE OR REPLACE TEMP TABLE contradicting_place AS
            SELECT place FROM stated_row SEMI JOIN (
                SELECT durable_key, effective_date, version FROM stated_row GROUP BY ALL HAVING count(DISTINCT content) > 1
            ) AS c ON c.durable_key = stated_row.durable_key AND c.version = stated_row.version
                AND c.effective_date IS NOT DISTINCT FROM stated_row.effective_date
            """);
        long refused = batch.Connection.Change(PendingRefusals.Contradictions(
            star, "incoming_row AS a", "a.rowid IN (SELECT place FROM contradicting_place)"));
        batch.Connection.Execute("DELETE FROM stated_row WHERE place IN (SELECT place FROM contradicting_place)");
        return refused;
    }
}
