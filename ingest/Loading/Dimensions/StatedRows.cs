using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Quarantine;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Dimensions;

/// <summary>Turns the incoming rows of a dimension into statements about members, and keeps those that say something new.</summary>
/// <remarks>
/// A statement is known by member and effective date; the highest version of it counts. A row without an effective date has its place by its version
/// alone: the first about its member, or one older than everything known, speaks from the beginning; one newer than everything known from the day it was
/// recorded on, or else from the day of the batch; one between would have no place and is skipped.
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

    /// <summary>Collects the good rows, refuses those that contradict each other, and keeps the highest version of each statement.</summary>
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
                SELECT arg_max(place, version) FROM stated_row GROUP BY durable_key, effective_date)
            """);
        tally.Refused = (tally.Read - good) + refused;
        tally.Skipped = good - refused;
    }

    /// <summary>Keeps the statements that are newer than what is known.</summary>
    /// <returns>False when nothing is new.</returns>
    internal bool Accept()
    {
        batch.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            CREATE OR REPLACE TEMP TABLE accepted_statement AS
            WITH known AS (
                SELECT durable_key, min(version) AS lowest_version, max(version) AS top_version, max(version) FILTER (NOT is_dated) AS top_undated_version
                FROM member_statement WHERE dimension = {SqlText.Text(_x)} GROUP BY durable_key
            ), dated AS (
                SELECT s.durable_key, s.version, s.recorded_at, s.content, s.effective_date IS NOT NULL AS is_dated,
                    CASE
                        WHEN s.effective_date IS NOT NULL THEN s.effective_date
                        WHEN k.durable_key IS NULL OR s.version < k.lowest_version THEN DATE '0001-01-01'
                        ELSE coalesce(CAST(s.recorded_at AS DATE), DATE '{batch.StartedAt:yyyy-MM-dd}')
                    END AS effective_date
                FROM stated_row AS s LEFT JOIN known AS k ON k.durable_key = s.durable_key
                WHERE k.durable_key IS NULL
                    OR (s.effective_date IS NULL AND s.version NOT BETWEEN k.lowest_version AND k.top_version)
                    OR (s.effective_date IS NOT NULL AND s.version >= coalesce(k.top_undated_version, s.version))
            )
            SELECT n.*, m.version_key, m.durable_key IS NOT NULL AS is_replacement
            FROM dated AS n
            LEFT JOIN member_statement AS m
                ON m.dimension = {SqlText.Text(_x)} AND m.durable_key = n.durable_key AND m.effective_date = n.effective_date
            WHERE m.durable_key IS NULL OR m.version < n.version
            QUALIFY row_number() OVER (PARTITION BY n.durable_key, n.effective_date ORDER BY n.version DESC, n.is_dated DESC) = 1
            """));
        tally.Loaded = batch.Connection.Scalar<long>("SELECT count(*) FROM accepted_statement");
        tally.Replaced = batch.Connection.Scalar<long>("SELECT count(*) FROM accepted_statement WHERE is_replacement");
        tally.Skipped -= tally.Loaded;
        return tally.Loaded > 0;
    }

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
