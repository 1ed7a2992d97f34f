using System.Globalization;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Derived;

/// <summary>Draws what the pipeline was on each day (商机管道快照) for the opportunities that a batch touched.</summary>
/// <remarks>
/// What is known of an opportunity comes as points in time: its stage events, and the versions of its row on the days on which they were recorded.
/// A value holds until another one is known, and is NULL before the first: a deal that was won is not given its contract amount for the days before.
/// A version whose source does not say when it recorded it tells of the day of creation while it is open, and of the closing when it is closed.
/// Where a member gets a new version, the state is parted, so that each day has the members of that day.
/// </remarks>
internal static class PipelineTimeline
{
    /// <summary>Draws the touched opportunities anew.</summary>
    internal static void Update(Batch batch)
    {
        batch.Connection.Execute($"""
            INSERT INTO touched_opportunity
            SELECT source_key, source_id FROM fact_opportunity WHERE {LoadedRows.OfBatch(batch)}
            UNION ALL
            SELECT DISTINCT source_key, opportunity_id FROM fact_stage_event WHERE {LoadedRows.OfBatch(batch)}
            """);
        if (!batch.Connection.Scalar<bool>("SELECT EXISTS (FROM touched_opportunity)"))
        {
            return;
        }

        batch.Connection.Execute(Points());
        batch.Connection.Execute(States());
        long changed = batch.Connection.Change("""
            DELETE FROM pipeline_interval AS i USING (SELECT DISTINCT source_key, source_id FROM touched_opportunity) AS t
            WHERE i.source_key = t.source_key AND i.opportunity_id = t.source_id
            """);
        changed += batch.Connection.Change(Insert(batch));
        if (changed > 0)
        {
            batch.NoteChange("fact_pipeline_snapshot");
        }
    }

    private static string Points() => """
        CREATE OR REPLACE TEMP TABLE pipeline_point AS
        WITH deal AS (
            SELECT f.*, e.employee_durable_key AS owner_durable_key, s.stage_durable_key
            FROM fact_opportunity AS f
            SEMI JOIN touched_opportunity AS t ON t.source_key = f.source_key AND t.source_id = f.source_id
            INNER JOIN dim_employee AS e ON e.employee_key = f.owner_key
            INNER JOIN dim_stage AS s ON s.stage_key = f.stage_key
        ), said AS (
            SELECT source_key, source_id, version, recorded_at, closed_date, outcome, amount, rep_probability, model_probability, expected_close_date,
                owner_durable_key, stage_durable_key
            FROM deal
            UNION ALL
            SELECT v.source_key, v.source_id, v.version, v.recorded_at, v.closed_date, v.outcome, v.amount, v.rep_probability, v.model_probability,
                v.expected_close_date, v.owner_durable_key, v.stage_durable_key
            FROM opportunity_version AS v INNER JOIN deal AS d ON d.source_key = v.source_key AND d.source_id = v.source_id AND v.version < d.version
        )
        SELECT source_key, source_id, created_date AS day, CAST(created_date AS TIMESTAMP) AS known_at, 0 AS grade, '' AS id, true AS is_open,
            NULL::DECIMAL(18, 4) AS amount, NULL::DOUBLE AS rep_probability, NULL::DOUBLE AS model_probability, NULL::DATE AS expected_close_date,
            (SELECT arg_min(s.owner_durable_key, s.version) FROM said AS s WHERE s.source_key = d.source_key AND s.source_id = d.source_id) AS owner_durable_key,
            NULL::INTEGER AS stage_durable_key
        FROM deal AS d
        UNION ALL
        SELECT s.source_key, s.source_id,
            greatest(d.created_date, CASE WHEN s.outcome <> 'open' THEN coalesce(s.closed_date, CAST(s.recorded_at AS DATE), d.created_date)
                ELSE coalesce(CAST(s.recorded_at AS DATE), d.created_date) END) AS day,
            coalesce(s.recorded_at, CAST(d.created_date AS TIMESTAMP)) AS known_at, 1 AS grade, printf('%020d', s.version) AS id, s.outcome = 'open' AS is_open,
            s.amount, s.rep_probability, s.model_probability, s.expected_close_date, s.owner_durable_key, nullif(s.stage_durable_key, 0)
        FROM said AS s INNER JOIN deal AS d ON d.source_key = s.source_key AND d.source_id = s.source_id
        UNION ALL
        SELECT v.source_key, v.opportunity_id, greatest(d.created_date, v.occurred_date) AS day, coalesce(v.occurred_at, CAST(v.occurred_date AS TIMESTAMP)) AS known_at,
            2 AS grade, v.source_id AS id, v.kind NOT IN ('won', 'lost') AS is_open, v.amount, v.rep_probability, NULL AS model_probability, v.expected_close_date,
            nullif(e.employee_durable_key, 0) AS owner_durable_key, nullif(s.stage_durable_key, 0) AS stage_durable_key
        FROM fact_stage_event AS v
        INNER JOIN deal AS d ON d.source_key = v.source_key AND d.source_id = v.opportunity_id
        INNER JOIN dim_employee AS e ON e.employee_key = v.owner_key
        INNER JOIN dim_stage AS s ON s.stage_key = v.to_stage_key
        """;

    private static string States() => """
        CREATE OR REPLACE TEMP TABLE pipeline_state AS
        WITH placed AS (
            SELECT *, row_number() OVER (PARTITION BY source_key, source_id ORDER BY day, known_at, grade, id) AS place FROM pipeline_point
        ), of_day AS (
            SELECT source_key, source_id, day, arg_max(is_open, place) AS is_open,
                arg_max(amount, place) FILTER (amount IS NOT NULL) AS amount,
                arg_max(rep_probability, place) FILTER (rep_probability IS NOT NULL) AS rep_probability,
                arg_max(model_probability, place) FILTER (model_probability IS NOT NULL) AS model_probability,
                arg_max(expected_close_date, place) FILTER (expected_close_date IS NOT NULL) AS expected_close_date,
                arg_max(owner_durable_key, place) FILTER (owner_durable_key IS NOT NULL) AS owner_durable_key,
                arg_max(stage_durable_key, place) FILTER (stage_durable_key IS NOT NULL) AS stage_durable_key
            FROM placed GROUP BY source_key, source_id, day
        ), member AS (
            SELECT f.source_key, f.source_id, c.customer_durable_key, p.product_durable_key, o.organisation_durable_key
            FROM fact_opportunity AS f
            SEMI JOIN touched_opportunity AS t ON t.source_key = f.source_key AND t.source_id = f.source_id
            INNER JOIN dim_customer AS c ON c.customer_key = f.customer_key
            INNER JOIN dim_product AS p ON p.product_key = f.product_key
            INNER JOIN dim_organisation AS o ON o.organisation_key = f.organisation_key
        ), parted AS (
            SELECT m.source_key, m.source_id, d.valid_from AS day FROM member AS m
            INNER JOIN dim_customer AS d ON d.customer_durable_key = m.customer_durable_key AND d.valid_from > DATE '0001-01-01'
            UNION
            SELECT m.source_key, m.source_id, d.valid_from FROM member AS m
            INNER JOIN dim_product AS d ON d.product_durable_key = m.product_durable_key AND d.valid_from > DATE '0001-01-01'
            UNION
            SELECT m.source_key, m.source_id, d.valid_from FROM member AS m
            INNER JOIN dim_organisation AS d ON d.organisation_durable_key = m.organisation_durable_key AND d.valid_from > DATE '0001-01-01'
            UNION
            SELECT DISTINCT q.source_key, q.source_id, d.valid_from FROM of_day AS q
            INNER JOIN dim_employee AS d ON d.employee_durable_key = q.owner_durable_key AND d.valid_from > DATE '0001-01-01'
        ), every_day AS (
            FROM of_day
            UNION ALL BY NAME
            SELECT p.* FROM parted AS p
            SEMI JOIN of_day AS q ON q.source_key = p.source_key AND q.source_id = p.source_id AND q.day < p.day
            ANTI JOIN of_day AS q ON q.source_key = p.source_key AND q.source_id = p.source_id AND q.day = p.day
        ), held AS (
            SELECT source_key, source_id, day,
                last_value(is_open IGNORE NULLS) OVER so_far AS is_open, last_value(amount IGNORE NULLS) OVER so_far AS amount,
                last_value(rep_probability IGNORE NULLS) OVER so_far AS rep_probability,
                last_value(model_probability IGNORE NULLS) OVER so_far AS model_probability,
                last_value(expected_close_date IGNORE NULLS) OVER so_far AS expected_close_date,
                coalesce(last_value(owner_durable_key IGNORE NULLS) OVER so_far, 0) AS owner_durable_key,
                coalesce(last_value(stage_durable_key IGNORE NULLS) OVER so_far, 0) AS stage_durable_key
            FROM every_day
            WINDOW so_far AS (PARTITION BY source_key, source_id ORDER BY day ROWS UNBOUNDED PRECEDING)
        )
        SELECT h.*, m.customer_durable_key, m.product_durable_key, m.organisation_durable_key
        FROM held AS h INNER JOIN member AS m ON m.source_key = h.source_key AND m.source_id = h.source_id
        """;

    private static string Insert(Batch batch) => string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO pipeline_interval BY NAME
        WITH keyed AS (
            SELECT h.source_key, h.source_id, h.day, h.is_open,
                struct_pack(stage_key := s.stage_key, amount := h.amount, rep_probability := h.rep_probability, model_probability := h.model_probability,
                    expected_close_date := h.expected_close_date, customer_key := c.customer_key, owner_key := e.employee_key,
                    organisation_key := o.organisation_key, product_key := p.product_key, region_key := coalesce(g.region_key, 0)) AS content
            FROM pipeline_state AS h
            INNER JOIN dim_stage AS s ON s.stage_durable_key = h.stage_durable_key AND h.day >= s.valid_from AND h.day < s.valid_to
            INNER JOIN dim_customer AS c ON c.customer_durable_key = h.customer_durable_key AND h.day >= c.valid_from AND h.day < c.valid_to
            INNER JOIN dim_employee AS e ON e.employee_durable_key = h.owner_durable_key AND h.day >= e.valid_from AND h.day < e.valid_to
            INNER JOIN dim_organisation AS o ON o.organisation_durable_key = h.organisation_durable_key AND h.day >= o.valid_from AND h.day < o.valid_to
            INNER JOIN dim_product AS p ON p.product_durable_key = h.product_durable_key AND h.day >= p.valid_from AND h.day < p.valid_to
            LEFT JOIN dim_region AS g ON g.region = coalesce(c.region, o.region, e.region)
        ), begun AS (
            SELECT * FROM keyed
            WINDOW way AS (PARTITION BY source_key, source_id ORDER BY day)
            QUALIFY row_number() OVER way = 1 OR is_open <> lag(is_open) OVER way OR content IS DISTINCT FROM lag(content) OVER way
        ), lasting AS (
            SELECT *, lead(day, 1, DATE '9999-12-31') OVER (PARTITION BY source_key, source_id ORDER BY day) AS valid_to FROM begun
        )
        SELECT source_key, source_id AS opportunity_id, day AS valid_from, valid_to, unnest(content), {batch.Id} AS batch_id
        FROM lasting WHERE is_open ORDER BY day, opportunity_id
        """);
}
