-- Who said a forecast and why, and which word of each voice is its last.

ALTER TABLE fact_forecast ADD COLUMN made_by VARCHAR;
ALTER TABLE fact_forecast ADD COLUMN reason VARCHAR;

-- The rows of forecasts that count: of each method, measure, lag in whole months, period and cell those of the last origin. A method speaks at the level at which any of its rows of the
-- same lag and period does; members are durable, so that they meet those of what came. Revenue is in the group currency, everything else in pieces.
-- Of several overrides of a cell the last counts. An override speaks for a few cells; for the others of its origin and period it leaves the statistical forecast as it is, so that both are judged over the same cells.
CREATE VIEW forecast_word AS
WITH said AS (
    SELECT f.source_key, f.source_id, f.method, f.measure, f.recorded_at, f.made_by, date_diff('month', f.origin_date, f.period_start) AS lag, f.origin_date, f.period_start, f.period_end,
        coalesce(f.product_line, p.product_line) AS product_line, f.region_key, e.employee_durable_key, p.product_durable_key,
        CASE WHEN f.measure = 'revenue' THEN f.amount ELSE f.quantity END AS value,
        CASE WHEN f.measure = 'revenue' THEN f.amount_p10 ELSE f.quantity_p10 END AS low,
        CASE WHEN f.measure = 'revenue' THEN f.amount_p90 ELSE f.quantity_p90 END AS high
    FROM fact_forecast AS f
    INNER JOIN dim_product AS p ON p.product_key = f.product_key
    INNER JOIN dim_employee AS e ON e.employee_key = f.employee_key
), valued AS (
    SELECT * FROM said
    WHERE value IS NOT NULL
    QUALIFY method <> 'override' OR row_number() OVER (
        PARTITION BY method, measure, origin_date, period_start, period_end, product_line, region_key, employee_durable_key, product_durable_key
        ORDER BY recorded_at DESC NULLS LAST, source_id DESC, source_key) = 1
), overridden AS (
    SELECT o.measure, o.origin_date, o.period_start, o.period_end, o.product_line, o.region_key, o.employee_durable_key, o.product_durable_key
    FROM valued AS o
    SEMI JOIN valued AS s ON s.method = 'statistical' AND s.measure = o.measure AND s.origin_date = o.origin_date AND s.period_start = o.period_start AND s.period_end = o.period_end
        AND s.product_line IS NOT DISTINCT FROM o.product_line AND s.region_key = o.region_key AND s.employee_durable_key = o.employee_durable_key AND s.product_durable_key = o.product_durable_key
    WHERE o.method = 'override'
), voiced AS (
    SELECT * FROM valued
    UNION ALL BY NAME
    SELECT s.* REPLACE ('override' AS method)
    FROM valued AS s
    SEMI JOIN overridden AS p ON p.measure = s.measure AND p.origin_date = s.origin_date AND p.period_start = s.period_start AND p.period_end = s.period_end
    ANTI JOIN overridden AS o ON o.measure = s.measure AND o.origin_date = s.origin_date AND o.period_start = s.period_start AND o.period_end = s.period_end
        AND o.product_line IS NOT DISTINCT FROM s.product_line AND o.region_key = s.region_key AND o.employee_durable_key = s.employee_durable_key AND o.product_durable_key = s.product_durable_key
    WHERE s.method = 'statistical'
), placed AS (
    SELECT *, max(origin_date) OVER (PARTITION BY method, measure, lag, period_start, period_end, product_line, region_key, employee_durable_key, product_durable_key) AS last_origin
    FROM voiced
)
SELECT * EXCLUDE (last_origin),
    bool_or(region_key <> 0) OVER level AS has_region, bool_or(product_line IS NOT NULL) OVER level AS has_line,
    bool_or(employee_durable_key <> 0) OVER level AS has_employee, bool_or(product_durable_key <> 0) OVER level AS has_product
FROM placed
WHERE origin_date = last_origin
WINDOW level AS (PARTITION BY method, measure, lag, period_start, period_end);
