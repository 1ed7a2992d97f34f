-- Some thousand made-up rows of feeds, the same every time, with what the views of the definitions and the product must judge alike: late, early, split and missing deliveries,
-- withdrawn promises, lost, skipped and open deals, several origins of one forecast, sales that nobody forecast, devices that never failed, silent surveys, terms let go.
CREATE SCHEMA feed;
CREATE TABLE feed.customer AS
SELECT concat('C', i) AS source_id, concat('customer ', i) AS name, ['north', 'south', 'west'][1 + i % 3] AS region FROM range(12) AS r(i);
CREATE TABLE feed.product AS
SELECT concat('P', i) AS source_id, concat('product ', i) AS name, ['electric', 'diesel'][1 + i % 2] AS product_line, 'finished' AS item_type FROM range(8) AS r(i);
CREATE TABLE feed.work_centre AS
SELECT concat('W', i) AS source_id, concat('centre ', i) AS name, concat('line ', i % 2) AS production_line FROM range(4) AS r(i);
CREATE TABLE feed.device AS
SELECT concat('D', i) AS source_id, concat('P', i % 8) AS product_id, concat('C', i % 12) AS customer_id FROM range(40) AS r(i);
CREATE TABLE feed.stage AS
SELECT * FROM (VALUES ('S1', 'qualify', 1, 'open'), ('S2', 'propose', 2, 'open'), ('S3', 'negotiate', 3, 'open'), ('S4', 'won', 4, 'won'), ('S5', 'lost', 5, 'lost')) AS v(source_id, name, sequence, kind);

CREATE TABLE feed.sales_order_line AS
SELECT concat('L', i) AS source_id, DATE '2024-01-01' + CAST(hash(i, 'day') % 366 AS INTEGER) AS ordered_date, concat('O', i // 3) AS order_id,
    concat('C', hash(i // 3, 'who') % 12) AS customer_id, concat('P', hash(i, 'what') % 8) AS product_id,
    CASE WHEN i % 29 = 0 THEN -1 ELSE 1 + hash(i, 'many') % 9 END AS quantity, quantity * (100 + hash(i, 'list') % 900) AS list_amount,
    CAST(list_amount * (1 - (hash(i, 'less') % 30) / 100) AS DECIMAL(18,2)) AS net_amount, CAST(list_amount * 0.6 AS DECIMAL(18,2)) AS cost_amount, 'CNY' AS currency, i % 23 = 0 AS is_cancelled
FROM range(900) AS r(i);
CREATE TABLE feed.schedule_line AS
SELECT concat('H', l.source_id, n) AS source_id, l.order_id, l.source_id AS order_line_id, l.customer_id, l.product_id, l.ordered_date + 20 AS requested_date,
    l.ordered_date + 25 + CAST(n AS INTEGER) * 10 AS first_commit_date, CASE WHEN hash(l.source_id, n, 'moved') % 4 = 0 THEN first_commit_date - 5 + CAST(hash(l.source_id, 'far') % 30 AS INTEGER) END AS current_commit_date,
    greatest(l.quantity, 0) AS ordered_quantity, l.is_cancelled OR hash(l.source_id, n, 'gone') % 25 = 0 AS is_cancelled
FROM feed.sales_order_line AS l, range(2) AS p(n) WHERE n = 0 OR hash(l.source_id, 'two') % 5 = 0;
CREATE TABLE feed.delivery AS
SELECT concat('V', h.source_id, '-', n) AS source_id, h.source_id AS schedule_line_id, h.order_id,
    h.first_commit_date - 8 + CAST(hash(h.source_id, n, 'when') % 16 AS INTEGER) AS delivered_date,
    CASE WHEN parts = 1 THEN h.ordered_quantity WHEN n = 0 THEN h.ordered_quantity // 2 ELSE h.ordered_quantity - h.ordered_quantity // 2 END AS quantity,
    hash(h.source_id, n, 'paper') % 20 > 0 AS is_documentation_right, hash(h.source_id, n, 'harm') % 30 > 0 AS is_condition_right
FROM (SELECT *, hash(source_id, 'parts') % 3 AS parts FROM feed.schedule_line) AS h, range(2) AS r(n) WHERE n < parts;

CREATE TABLE feed.opportunity AS
SELECT concat('N', i) AS source_id, DATE '2024-01-01' + CAST(hash(i, 'born') % 200 AS INTEGER) AS created_date, ['won', 'lost', 'open'][1 + CAST(hash(i, 'end') % 3 AS INTEGER)] AS outcome,
    CASE WHEN outcome <> 'open' THEN created_date + 10 + CAST(hash(i, 'long') % 120 AS INTEGER) END AS closed_date, concat('C', hash(i, 'who') % 12) AS customer_id,
    1000 + hash(i, 'sum') % 90000 AS amount, 'CNY' AS currency
FROM range(400) AS r(i);
CREATE TABLE feed.stage_event AS
SELECT concat(o.source_id, '-', s) AS source_id, o.source_id AS opportunity_id, CASE WHEN s >= 4 THEN o.closed_date ELSE o.created_date + 2 * CAST(s - 1 AS INTEGER) END AS occurred_date,
    concat('S', s) AS to_stage_id, CASE s WHEN 1 THEN 'enter' WHEN 4 THEN 'won' WHEN 5 THEN 'lost' ELSE 'advance' END AS kind
FROM feed.opportunity AS o, range(1, 6) AS r(s)
WHERE (s < 4 AND s <= 1 + hash(o.source_id, 'far') % 3 AND NOT (s = 2 AND hash(o.source_id, 'skip') % 6 = 0)) OR (s = 4 AND o.outcome = 'won') OR (s = 5 AND o.outcome = 'lost');

-- Two methods, lags of one to three months, a second origin in some months, cells that nobody forecasts.
CREATE TABLE feed.forecast AS
SELECT concat('F', m, '-', g, '-', n, '-', p, '-', c, '-', t) AS source_id, CAST(DATE '2024-01-01' + to_months(CAST(m AS INTEGER)) AS DATE) AS period_start, last_day(period_start) AS period_end,
    CAST(period_start - to_months(CAST(g AS INTEGER)) AS DATE) + CAST(12 * t AS INTEGER) AS origin_date, n AS method, 'revenue' AS measure, p AS product_line, c AS region,
    hash(m, g, n, p, c, t) % 60000 AS amount, 'CNY' AS currency
FROM range(12) AS a(m), range(1, 4) AS b(g), (VALUES ('naive'), ('sales')) AS d(n), (VALUES ('electric'), ('diesel')) AS e(p), (VALUES ('north'), ('south'), ('west')) AS f(c), range(2) AS h(t)
WHERE hash(m, p, c, n) % 6 > 0 AND (t = 0 OR hash(m, g) % 3 = 0);

CREATE TABLE feed.invoice AS
SELECT concat('I', i) AS source_id, DATE '2024-01-01' + CAST(hash(i, 'day') % 366 AS INTEGER) AS invoice_date, invoice_date + 30 AS due_date, concat('C', hash(i, 'who') % 12) AS customer_id,
    CASE WHEN i % 19 = 0 THEN -500 ELSE 1000 + hash(i, 'sum') % 9000 END AS amount, amount * 0.6 AS cost_amount, 'CNY' AS currency
FROM range(300) AS r(i);
CREATE TABLE feed.receipt AS
SELECT concat('R', source_id, '-', n) AS source_id, source_id AS invoice_id, customer_id, invoice_date + 10 + CAST(hash(source_id, n) % 80 AS INTEGER) AS received_date, amount / 2 AS amount, currency
FROM feed.invoice, range(2) AS r(n) WHERE amount > 0 AND hash(source_id, n, 'paid') % 4 > 0;

CREATE TABLE feed.work_centre_day AS
SELECT concat('Y', w, '-', d) AS source_id, DATE '2024-01-01' + CAST(d AS INTEGER) AS day, concat('W', w) AS work_centre_id, 1440 AS calendar_minutes, 900 + w * 10 AS planned_busy_minutes,
    hash(w, d, 'apt') % 850 AS actual_production_minutes, hash(w, d, 'setup') % 50 AS setup_minutes, hash(w, d, 'load') % 1200 AS required_minutes, 2 + w AS ideal_minutes_per_unit,
    hash(w, d, 'made') % 200 AS produced_quantity, CAST(produced_quantity * 9 // 10 AS BIGINT) AS good_quantity
FROM range(4) AS a(w), range(0, 366, 3) AS b(d);
CREATE TABLE feed.production_plan AS
SELECT concat('PP', p, '-', m) AS source_id, CAST(DATE '2024-01-01' + to_months(CAST(m AS INTEGER)) AS DATE) AS period_start, last_day(period_start) AS period_end, 'v1' AS plan_version,
    concat('P', p) AS product_id, 20 + hash(p, m, 'plan') % 50 AS planned_quantity, hash(p, m, 'made') % 80 AS actual_quantity
FROM range(8) AS a(p), range(12) AS b(m);
CREATE TABLE feed.inventory_day AS
SELECT concat('S', p, w, '-', d) AS source_id, DATE '2024-01-01' + CAST(d AS INTEGER) AS day, concat('P', p) AS product_id, concat('house ', w) AS warehouse, hash(p, w, d) % 40 AS quantity,
    quantity * (50 + p) AS amount, 'CNY' AS currency
FROM range(8) AS a(p), range(2) AS b(w), range(0, 366, 4) AS c(d) WHERE hash(p, w, d, 'there') % 4 > 0;

-- Minutes on the clock are those told; each ticket has a limit. Every fourth call is about what another one was about.
CREATE TABLE feed.ticket AS
SELECT concat('T', i) AS source_id, DATE '2024-01-01' + CAST(hash(i // 2, 'day') % 366 AS INTEGER) + CAST((i % 2) * (20 + hash(i, 'gap') % 25) AS INTEGER) AS created_date,
    CAST(created_date AS TIMESTAMP) + to_minutes(CAST(480 + hash(i, 'hour') % 500 AS INTEGER)) AS created_at, concat('D', hash(i // 2, 'device') % 40) AS device_id,
    concat('P', hash(i // 2, 'device') % 40 % 8) AS product_id, concat('C', hash(i // 2, 'device') % 40 % 12) AS customer_id, concat('fault ', hash(i // 2, 'fault') % 3) AS fault_code,
    CASE WHEN hash(i, 'said') % 9 > 0 THEN created_at + to_minutes(CAST(1 + hash(i, 'wait') % 300 AS INTEGER)) END AS first_response_at, created_at + INTERVAL 2 HOUR AS response_due_at,
    CASE WHEN hash(i, 'solved') % 7 > 0 THEN created_at + to_hours(CAST(1 + hash(i, 'work') % 200 AS INTEGER)) END AS resolved_at, CAST(resolved_at AS DATE) AS resolved_date,
    CASE WHEN resolved_at IS NOT NULL THEN 30 + hash(i, 'repair') % 200 END AS repair_minutes, CASE WHEN hash(i, 'again') % 12 = 0 THEN 1 ELSE 0 END AS reopened_count,
    CASE WHEN resolved_at IS NULL THEN 'open' ELSE 'closed' END AS status
FROM range(500) AS r(i);
CREATE TABLE feed.visit AS
SELECT concat('X', t.source_id, '-', n) AS source_id, t.source_id AS ticket_id, t.created_date AS visit_date, t.device_id, t.customer_id
FROM feed.ticket AS t, range(2) AS r(n) WHERE n < hash(t.source_id, 'visits') % 3;
CREATE TABLE feed.survey AS
SELECT concat('Q', i) AS source_id, DATE '2024-01-01' + CAST(hash(i, 'day') % 366 AS INTEGER) AS answered_date, concat('T', i) AS ticket_id, concat('C', i % 12) AS customer_id, concat('P', i % 8) AS product_id,
    CASE WHEN hash(i, 'csat') % 3 > 0 THEN 1 + hash(i, 'how') % 5 END AS csat, CASE WHEN hash(i, 'nps') % 4 > 0 THEN hash(i, 'like') % 11 END AS nps
FROM range(300) AS r(i);
CREATE TABLE feed.device_month AS
SELECT concat('DM', d, '-', m) AS source_id, CAST(DATE '2024-01-01' + to_months(CAST(m AS INTEGER)) AS DATE) AS month, concat('D', d) AS device_id, concat('P', d % 8) AS product_id,
    50 + hash(d, m, 'h') % 400 AS operating_hours, CASE WHEN d % 3 > 0 AND hash(d, m) % 6 = 0 THEN 1 + hash(d, m, 'n') % 2 ELSE 0 END AS failures
FROM range(40) AS a(d), range(12) AS b(m) WHERE d % 7 > 0 OR m < 6;
CREATE TABLE feed.contract_term AS
SELECT concat('K', i) AS source_id, DATE '2024-01-01' + CAST(hash(i, 'day') % 366 AS INTEGER) AS due_date, concat('C', i % 12) AS customer_id, 1000 + hash(i, 'sum') % 9000 AS expiring_amount,
    CASE hash(i, 'kept') % 4 WHEN 0 THEN 0 WHEN 1 THEN NULL ELSE 500 + hash(i, 'new') % 12000 END AS renewed_amount, CASE WHEN renewed_amount > 0 THEN due_date - 5 + CAST(hash(i, 'late') % 30 AS INTEGER) END AS renewed_date,
    30 AS grace_days, 'CNY' AS currency
FROM range(150) AS r(i);
