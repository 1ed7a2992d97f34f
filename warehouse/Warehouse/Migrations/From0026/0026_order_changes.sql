-- What was ordered, amended and cancelled, as signed differences between the versions of an order line.

-- What earlier versions of an order line said; a line that never had a second version has none. Money in the group currency at the rate of the version.
CREATE TABLE sales_order_line_version (
    source_key   SMALLINT NOT NULL,
    source_id    VARCHAR NOT NULL,
    version      BIGINT NOT NULL,
    recorded_at  TIMESTAMP,
    batch_id     INTEGER NOT NULL,
    ordered_date DATE NOT NULL,
    quantity     DECIMAL(18,4) NOT NULL,
    list_amount  DECIMAL(18,4),
    net_amount   DECIMAL(18,4) NOT NULL,
    cost_amount  DECIMAL(18,4),
    is_cancelled BOOLEAN
);

-- 订单变更. One row for each version of an order line that is known, with what it adds to the one before; the differences of a line sum to the line, and to 0
-- once it is cancelled. The first version counts on the day of the order, a later one on the day on which it was recorded and never before the order;
-- where the source does not say when, on the day of the order. Members are those of the line.
CREATE VIEW fact_order_change AS
WITH said AS (
    SELECT l.source_key, l.source_id, l.version, l.recorded_at, l.ordered_date, l.quantity, l.list_amount, l.net_amount, l.cost_amount, l.is_cancelled
    FROM fact_sales_order_line AS l
    SEMI JOIN sales_order_line_version AS v ON v.source_key = l.source_key AND v.source_id = l.source_id
    UNION ALL BY NAME
    SELECT v.* EXCLUDE (batch_id) FROM sales_order_line_version AS v
    SEMI JOIN fact_sales_order_line AS l ON l.source_key = v.source_key AND l.source_id = v.source_id AND l.version > v.version
), valued AS (
    SELECT source_key, source_id, version, recorded_at, ordered_date, coalesce(is_cancelled, false) AS is_cancelled,
        CASE WHEN is_cancelled THEN 0 ELSE quantity END AS quantity, CASE WHEN is_cancelled THEN 0 ELSE list_amount END AS list_amount,
        CASE WHEN is_cancelled THEN 0 ELSE net_amount END AS net_amount, CASE WHEN is_cancelled THEN 0 ELSE cost_amount END AS cost_amount
    FROM said
), step AS (
    SELECT source_key, source_id, row_number() OVER w AS sequence,
        CASE WHEN row_number() OVER w = 1 THEN ordered_date ELSE greatest(coalesce(CAST(recorded_at AS DATE), ordered_date), first(ordered_date) OVER w) END AS changed_date,
        is_cancelled AND NOT lag(is_cancelled, 1, false) OVER w AS is_cancellation,
        quantity - lag(quantity, 1, 0) OVER w AS quantity, list_amount - lag(list_amount, 1, 0) OVER w AS list_amount,
        net_amount - lag(net_amount, 1, 0) OVER w AS net_amount, cost_amount - lag(cost_amount, 1, 0) OVER w AS cost_amount
    FROM valued
    WINDOW w AS (PARTITION BY source_key, source_id ORDER BY version)
)
SELECT l.source_key, l.source_id, CAST(1 AS BIGINT) AS sequence, l.ordered_date AS changed_date, false AS is_cancellation,
    l.quantity, l.list_amount, l.net_amount, l.cost_amount,
    l.order_id, l.customer_key, l.product_key, l.owner_key, l.organisation_key, l.region_key, l.channel
FROM fact_sales_order_line AS l
ANTI JOIN sales_order_line_version AS v ON v.source_key = l.source_key AND v.source_id = l.source_id
WHERE l.is_cancelled IS NOT TRUE
UNION ALL
SELECT s.source_key, s.source_id, s.sequence, s.changed_date, s.is_cancellation,
    CAST(s.quantity AS DECIMAL(18,4)), CAST(s.list_amount AS DECIMAL(18,4)), CAST(s.net_amount AS DECIMAL(18,4)), CAST(s.cost_amount AS DECIMAL(18,4)),
    l.order_id, l.customer_key, l.product_key, l.owner_key, l.organisation_key, l.region_key, l.channel
FROM step AS s
INNER JOIN fact_sales_order_line AS l ON l.source_key = s.source_key AND l.source_id = s.source_id;
