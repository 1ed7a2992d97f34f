-- A small made-up plant over 2024 and 2025, with what makes numbers go wrong: unknown members, masters with history,
-- missing costs, cancelled rows, open deals, undelivered promises, skipped stages, empty months.
INSERT INTO dim_source_system VALUES (1, 'erp'), (2, 'crm');
INSERT INTO dim_region VALUES (1, '华东'), (2, '华南'), (3, '西北');
INSERT INTO dim_organisation BY NAME
SELECT k AS organisation_key, k AS organisation_durable_key, 1 AS source_key, 'O' || k AS organisation_id, 1 AS batch_id,
       DATE '0001-01-01' AS valid_from, DATE '9999-12-31' AS valid_to, true AS is_current, false AS is_inferred, 'team ' || k AS name, 0 AS parent_durable_key
FROM range(1, 4) AS r(k);
INSERT INTO dim_employee BY NAME
SELECT k AS employee_key, k AS employee_durable_key, 1 AS source_key, 'E' || k AS employee_id, 1 AS batch_id,
       DATE '0001-01-01' AS valid_from, DATE '9999-12-31' AS valid_to, true AS is_current, false AS is_inferred, 'seller ' || k AS name,
       1 + k % 3 AS organisation_durable_key, 0 AS manager_durable_key
FROM range(1, 7) AS r(k);
-- Customer 1 has two versions: from 2025 it is called otherwise and belongs to another industry. Customers 4 and 5 share a name.
INSERT INTO dim_customer BY NAME
SELECT k AS customer_key, d AS customer_durable_key, 1 AS source_key, 'C' || d AS customer_id, 1 AS batch_id, f AS valid_from, t AS valid_to,
       c AS is_current, false AS is_inferred, n AS name, i AS industry, tr AS tier, r AS region, 0 AS owner_durable_key, 0 AS parent_durable_key
FROM (VALUES (1, 1, DATE '0001-01-01', DATE '2025-01-01', false, 'Alpha', 'steel', 'A', '华东'),
             (2, 1, DATE '2025-01-01', DATE '9999-12-31', true, 'Alpha Group', 'ports', 'A', '华南'),
             (3, 2, DATE '0001-01-01', DATE '9999-12-31', true, 'Beta', 'ports', 'B', '华南'),
             (4, 3, DATE '0001-01-01', DATE '9999-12-31', true, 'Gamma', NULL, 'B', NULL),
             (5, 4, DATE '0001-01-01', DATE '9999-12-31', true, 'Twin', 'food', 'C', '西北'),
             (6, 5, DATE '0001-01-01', DATE '9999-12-31', true, 'Twin', 'food', 'C', '西北')) AS v(k, d, f, t, c, n, i, tr, r);
INSERT INTO dim_product BY NAME
SELECT k AS product_key, k AS product_durable_key, 1 AS source_key, 'P' || k AS product_id, 1 AS batch_id, DATE '0001-01-01' AS valid_from,
       DATE '9999-12-31' AS valid_to, true AS is_current, false AS is_inferred, 'truck ' || k AS name, 'finished' AS item_type,
       CASE WHEN k = 6 THEN NULL ELSE ['electric', 'diesel', 'agv'][1 + k % 3] END AS product_line, 'family ' || (k % 2) AS family
FROM range(1, 7) AS r(k);
INSERT INTO dim_work_centre BY NAME
SELECT k AS work_centre_key, k AS work_centre_durable_key, 1 AS source_key, 'W' || k AS work_centre_id, 1 AS batch_id, DATE '0001-01-01' AS valid_from,
       DATE '9999-12-31' AS valid_to, true AS is_current, false AS is_inferred, 'centre ' || k AS name, 'line ' || (k % 2) AS production_line, 'plant' AS plant
FROM range(1, 5) AS r(k);
INSERT INTO dim_stage BY NAME
SELECT k AS stage_key, k AS stage_durable_key, s AS source_key, n AS stage_id, 1 AS batch_id, DATE '0001-01-01' AS valid_from, DATE '9999-12-31' AS valid_to,
       true AS is_current, false AS is_inferred, n AS name, z AS name_zh, q AS sequence, d AS kind
FROM (VALUES (1, 2, 'qualify', '确认', 1, 'open'), (2, 2, 'propose', '方案', 2, 'open'), (3, 2, 'negotiate', '谈判', 3, 'open'),
             (4, 2, 'won', '赢单', 4, 'won'), (5, 2, 'lost', '丢单', 5, 'lost'), (6, 1, 'only', '唯一', 1, 'open')) AS v(k, s, n, z, q, d);

INSERT INTO fact_sales_order_line BY NAME
SELECT 1 AS source_key, 'L' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-05' + CAST(hash(i) % 700 AS INTEGER) AS ordered_date,
       'S' || (i // 3) AS order_id, i % 3 AS line_number, CAST(hash(i, 'c') % 7 AS INTEGER) AS customer_key, CAST(hash(i, 'p') % 7 AS INTEGER) AS product_key,
       CAST(hash(i, 'e') % 7 AS INTEGER) AS owner_key, CAST(hash(i, 'o') % 4 AS INTEGER) AS organisation_key,
       CASE hash(i, 'h') % 3 WHEN 0 THEN 'dealer' WHEN 1 THEN 'direct' END AS channel, 1 + hash(i, 'q') % 9 AS quantity,
       CASE WHEN i % 11 <> 0 THEN CAST(100 + hash(i, 'a') % 90000 / 7 AS DECIMAL(18,4)) END AS list_amount,
       CAST(90 + hash(i, 'a') % 81000 / 7 AS DECIMAL(18,4)) AS net_amount,
       CASE WHEN i % 13 <> 0 THEN CAST(60 + hash(i, 'k') % 60000 / 7 AS DECIMAL(18,4)) END AS cost_amount,
       'CNY' AS currency, 1.0 AS exchange_rate, CASE WHEN i % 17 = 0 THEN true WHEN i % 2 = 0 THEN false END AS is_cancelled,
       CAST(hash(i, 'r') % 4 AS SMALLINT) AS region_key, 0 AS own_region_key
FROM range(1, 1201) AS r(i)
WHERE month(DATE '2024-01-05' + CAST(hash(i) % 700 AS INTEGER)) <> 8;

INSERT INTO fact_opportunity BY NAME
SELECT 2 AS source_key, 'N' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-01' + CAST(hash(i, 'd') % 600 AS INTEGER) AS created_date,
       CAST(hash(i, 'c') % 7 AS INTEGER) AS customer_key, CAST(hash(i, 'e') % 7 AS INTEGER) AS owner_key, 1 AS organisation_key,
       CAST(hash(i, 'p') % 7 AS INTEGER) AS product_key, ['won', 'lost', 'open'][1 + CAST(hash(i, 'w') % 3 AS INTEGER)] AS outcome,
       CASE WHEN hash(i, 'w') % 3 < 2 THEN created_date + 10 + CAST(hash(i, 'l') % 90 AS INTEGER) END AS closed_date,
       CASE WHEN i % 9 <> 0 THEN CAST(1000 + hash(i, 'a') % 9000 AS DECIMAL(18,4)) END AS amount, 'CNY' AS currency, 1 AS stage_key,
       CAST(hash(i, 'r') % 4 AS SMALLINT) AS region_key
FROM range(1, 301) AS r(i);

-- Teams of two or three by awkward shares; every fourth opportunity has none.
INSERT INTO fact_opportunity_team BY NAME
SELECT 2 AS source_key, concat(o.source_id, '-', m) AS source_id, 1 AS version, 1 AS batch_id, o.created_date AS assigned_date, o.source_id AS opportunity_id,
       CAST(1 + (hash(o.source_id) + m) % 6 AS INTEGER) AS employee_key, 'member' AS role, CASE WHEN hash(o.source_id, 'n') % 2 = 0 THEN 1 / 3.0 WHEN m = 0 THEN 0.6 WHEN m = 1 THEN 0.4 END AS weight
FROM fact_opportunity AS o, range(0, 3) AS r(m)
WHERE hash(o.source_id, 't') % 4 > 0 AND (m < 2 OR hash(o.source_id, 'n') % 2 = 0);

INSERT INTO fact_stage_event BY NAME
SELECT 2 AS source_key, o.source_id || '-' || s AS source_id, 1 AS version, 1 AS batch_id, o.created_date + 5 * (CAST(s AS INTEGER) - 1) AS occurred_date, o.source_id AS opportunity_id,
       o.customer_key, o.owner_key, o.product_key, CASE WHEN s > 1 THEN s - 1 ELSE 0 END AS from_stage_key, s AS to_stage_key,
       CASE WHEN s = 1 THEN 'enter' WHEN s = 4 THEN 'won' WHEN s = 5 THEN 'lost' ELSE 'advance' END AS kind, o.amount, o.region_key
FROM fact_opportunity AS o, range(1, 6) AS r(s)
WHERE (s <= 1 + hash(o.source_id) % 3 AND NOT (s = 2 AND hash(o.source_id, 'skip') % 5 = 0))
   OR (s = 4 AND o.outcome = 'won') OR (s = 5 AND o.outcome = 'lost');

INSERT INTO fact_lead BY NAME
SELECT 2 AS source_key, 'D' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-01' + CAST(hash(i, 'd') % 700 AS INTEGER) AS captured_date,
       CAST(hash(i, 'e') % 7 AS INTEGER) AS owner_key, ['new', 'converted', 'merged'][1 + CAST(hash(i, 's') % 3 AS INTEGER)] AS status,
       CAST(hash(i, 'r') % 4 AS SMALLINT) AS region_key, 0 AS own_region_key
FROM range(1, 201) AS r(i);

INSERT INTO fact_schedule_line BY NAME
SELECT source_key, 'H' || source_id AS source_id, 1 AS version, 1 AS batch_id, order_id, source_id AS order_line_id, customer_key, product_key,
       CASE WHEN hash(source_id, 'q') % 4 > 0 THEN ordered_date + 20 END AS requested_date, ordered_date + 30 AS first_commit_date,
       CASE WHEN hash(source_id, 'm') % 3 = 0 THEN ordered_date + 45 END AS current_commit_date, quantity AS ordered_quantity, is_cancelled, region_key, own_region_key,
       CASE WHEN lateness < 5 THEN quantity WHEN lateness = 5 THEN quantity / 2 ELSE 0 END AS delivered_quantity,
       CASE WHEN lateness < 2 THEN quantity ELSE 0 END AS delivered_by_requested_quantity,
       CASE WHEN lateness < 3 THEN quantity WHEN lateness = 5 THEN quantity / 2 ELSE 0 END AS delivered_by_first_commit_quantity,
       CASE WHEN lateness < 4 THEN quantity ELSE 0 END AS delivered_by_current_commit_quantity
FROM (SELECT *, hash(source_id, 'late') % 7 AS lateness FROM fact_sales_order_line);

INSERT INTO fact_delivery BY NAME
SELECT source_key, 'V' || source_id AS source_id, 1 AS version, 1 AS batch_id, first_commit_date + 2 AS delivered_date, source_id AS schedule_line_id,
       order_id, customer_key, product_key, delivered_quantity AS quantity, region_key
FROM fact_schedule_line WHERE delivered_quantity > 0;

INSERT INTO fact_invoice BY NAME
SELECT 1 AS source_key, 'I' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-02-01' + CAST(hash(i, 'd') % 700 AS INTEGER) AS invoice_date,
       CAST(hash(i, 'c') % 7 AS INTEGER) AS customer_key, CAST(hash(i, 'a') % 50000 / 3 AS DECIMAL(18,4)) AS amount, 'CNY' AS currency, CAST(hash(i, 'r') % 4 AS SMALLINT) AS region_key
FROM range(1, 301) AS r(i);
INSERT INTO fact_receipt BY NAME
SELECT 1 AS source_key, 'R' || i AS source_id, 1 AS version, 1 AS batch_id, invoice_date + 30 AS received_date, source_id AS invoice_id, customer_key,
       amount / 2 AS amount, currency, region_key
FROM (SELECT *, row_number() OVER (ORDER BY source_id) AS i FROM fact_invoice) WHERE i % 2 = 0 AND region_key <> 3;

INSERT INTO fact_work_order BY NAME
SELECT 1 AS source_key, 'K' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-01' + CAST(hash(i, 'd') % 760 AS INTEGER) AS due_date,
       CASE WHEN hash(i, 'f') % 5 > 0 THEN due_date - 5 + CAST(hash(i, 'f') % 12 AS INTEGER) END AS finished_date, CAST(hash(i, 'p') % 7 AS INTEGER) AS product_key,
       0 AS customer_key, 'line ' || (hash(i, 'l') % 2) AS production_line, 10 + i % 7 AS ordered_quantity,
       CASE WHEN hash(i, 'f') % 5 > 0 THEN 9 + i % 7 END AS good_quantity, CASE WHEN hash(i, 'f') % 5 > 0 THEN i % 2 END AS scrapped_quantity,
       CASE WHEN i % 19 = 0 THEN 'cancelled' WHEN hash(i, 'f') % 5 > 0 THEN 'finished' ELSE 'started' END AS status, 0 AS region_key
FROM range(1, 401) AS r(i);
INSERT INTO fact_operation_report BY NAME
SELECT 1 AS source_key, 'M' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-01' + CAST(hash(i, 'd') % 730 AS INTEGER) AS report_date, 'K' || i AS work_order_id,
       CAST(hash(i, 'w') % 5 AS INTEGER) AS work_centre_key, 1 AS product_key, 0 AS employee_key, CASE WHEN i % 5 > 0 THEN hash(i, 'm') % 300 / 4 END AS run_minutes,
       CASE WHEN i % 7 > 0 THEN 15 END AS setup_minutes, CAST(hash(i, 'k') % 900 / 8 AS DECIMAL(18,4)) AS actual_cost
FROM range(1, 401) AS r(i);
INSERT INTO fact_work_centre_day BY NAME
SELECT 1 AS source_key, 'Y' || w || '-' || d AS source_id, 1 AS version, 1 AS batch_id, DATE '2025-01-01' + CAST(d AS INTEGER) AS day, CAST(w AS INTEGER) AS work_centre_key,
       1440.0 AS calendar_minutes, 900.0 + w AS planned_busy_minutes, CASE WHEN hash(w, d) % 10 > 0 THEN 500.0 + hash(w, d) % 300 END AS actual_production_minutes,
       CASE WHEN d % 3 > 0 THEN 30.5 END AS setup_minutes, CASE WHEN d % 4 > 0 THEN 700.0 + d END AS required_minutes, CASE WHEN d % 6 = 0 THEN 45.0 END AS down_minutes
FROM range(0, 120) AS r(d), range(0, 5) AS x(w);

INSERT INTO fact_target BY NAME
SELECT 1 AS source_key, 'T' || e || '-' || q AS source_id, 1 AS version, 1 AS batch_id, CAST(DATE '2024-01-15' + to_months(CAST(3 * q AS INTEGER)) AS DATE) AS valid_from,
       CAST(DATE '2024-01-15' + to_months(CAST(3 * q + 3 AS INTEGER)) AS DATE) AS valid_to, CASE WHEN e = 6 THEN 'visits' ELSE 'revenue' END AS measure,
       CAST(e AS INTEGER) AS employee_key, 0 AS organisation_key, 0 AS product_key, CAST(40000 + hash(e, q) % 60000 AS DECIMAL(18,4)) AS target_value, CAST(e % 4 AS SMALLINT) AS region_key, 0 AS own_region_key
FROM range(0, 7) AS r(e), range(0, 8) AS x(q);

INSERT INTO fact_ticket BY NAME
SELECT 1 AS source_key, 'Z' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-01' + CAST(hash(i, 'd') % 730 AS INTEGER) AS created_date,
       CAST(hash(i, 'c') % 7 AS INTEGER) AS customer_key, 0 AS device_key, CAST(hash(i, 'p') % 7 AS INTEGER) AS product_key, 0 AS owner_key, 0 AS organisation_key,
       CASE WHEN i % 6 > 0 THEN 5.0 + hash(i, 'm') % 400 / 3 END AS first_response_minutes,
       CASE WHEN i % 4 > 0 THEN CAST(created_date AS TIMESTAMP) + INTERVAL 4 HOUR END AS response_due_at,
       CASE WHEN i % 6 > 0 THEN CAST(created_date AS TIMESTAMP) + to_hours(CAST(hash(i, 'm') % 8 AS INTEGER)) END AS first_response_at,
       CASE WHEN i % 3 > 0 THEN created_date + CAST(hash(i, 'z') % 60 AS INTEGER) END AS resolved_date,
       CASE WHEN i % 23 = 0 THEN 'cancelled' WHEN i % 3 > 0 THEN 'closed' ELSE 'open' END AS status, CAST(hash(i, 'r') % 4 AS SMALLINT) AS region_key,
       ['dealer', 'direct', NULL][1 + CAST(hash(i, 'h') % 3 AS INTEGER)] AS channel, CASE WHEN i % 4 > 0 THEN i % 5 < 3 END AS is_warranty, CASE WHEN i % 7 > 0 THEN CAST(hash(i, 'cost') % 900 / 7 AS DECIMAL(18,4)) END AS cost_amount
FROM range(1, 251) AS r(i);
INSERT INTO fact_survey BY NAME
SELECT 1 AS source_key, 'Q' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-01' + CAST(hash(i, 'd') % 730 AS INTEGER) AS answered_date,
       CASE WHEN i % 3 > 0 THEN 'Z' || i END AS ticket_id, CAST(hash(i, 'c') % 7 AS INTEGER) AS customer_key, CAST(hash(i, 'p') % 7 AS INTEGER) AS product_key, 0 AS device_key,
       CASE WHEN i % 5 > 0 THEN 1 + hash(i, 's') % 5 END AS csat, CASE WHEN i % 4 > 0 THEN hash(i, 'n') % 11 END AS nps, CAST(hash(i, 'r') % 4 AS SMALLINT) AS region_key
FROM range(1, 151) AS r(i);
INSERT INTO fact_expense BY NAME
SELECT 1 AS source_key, 'X' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-01' + CAST(hash(i, 'd') % 730 AS INTEGER) AS expense_date,
       CAST(hash(i, 'o') % 4 AS INTEGER) AS organisation_key, CAST(hash(i, 'e') % 7 AS INTEGER) AS employee_key, 0 AS customer_key, ['travel', 'fairs'][1 + CAST(i % 2 AS INTEGER)] AS account,
       CAST(hash(i, 'a') % 9000 / 7 AS DECIMAL(18,4)) AS amount, CASE WHEN i % 3 > 0 THEN 500 END AS planned_amount, 'CNY' AS currency, CAST(hash(i, 'r') % 4 AS SMALLINT) AS region_key
FROM range(1, 201) AS r(i);
INSERT INTO fact_customer_health BY NAME
SELECT CAST(DATE '2024-01-01' + to_months(CAST(m AS INTEGER)) AS DATE) AS month, CAST(c AS INTEGER) AS customer_key, CAST(c % 4 AS SMALLINT) AS region_key,
       CASE WHEN c <> 3 THEN 40.0 + hash(c, m) % 60 END AS score, 0.8 AS coverage, CAST(hash(c, m, 'o') % 1000 AS DECIMAL(18,4)) AS overdue_amount,
       CASE WHEN c % 2 = 0 THEN 0.9 END AS otd_rate, 1 AS batch_id
FROM range(1, 7) AS r(c), range(0, 20) AS x(m)
WHERE c <> 5 OR m < 10;

UPDATE fact_invoice SET due_date = invoice_date + 45, cost_amount = CAST(amount * 0.7 AS DECIMAL(18,4)), product_key = CAST(source_id[2:] AS INTEGER) % 7
WHERE CAST(source_id[2:] AS INTEGER) % 8 <> 0;
INSERT INTO fact_inventory_day BY NAME
SELECT 1 AS source_key, 'S' || p || w || d AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-11-20' + CAST(d AS INTEGER) AS day, CAST(p AS INTEGER) AS product_key,
       'house ' || w AS warehouse, CAST(hash(p, w, d) % 90 AS DECIMAL(18,4)) AS quantity, CASE WHEN p <> 3 THEN CAST(hash(p, w, d) % 9000 / 7 AS DECIMAL(18,4)) END AS amount
FROM range(0, 90) AS r(d), range(0, 7) AS x(p), range(0, 2) AS y(w) WHERE hash(p, w, d) % 3 > 0 AND d % 10 <> 4;
INSERT INTO fact_part_usage BY NAME
SELECT 1 AS source_key, 'U' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-10-01' + CAST(i AS INTEGER) AS used_date, 0 AS device_key, CAST(i % 7 AS INTEGER) AS product_key,
       1 AS quantity, CAST(hash(i) % 900 / 7 AS DECIMAL(18,4)) AS cost_amount
FROM range(0, 150) AS r(i);
UPDATE fact_part_usage SET ticket_id = 'Z' || (1 + hash(source_id) % 300) WHERE CAST(source_id[2:] AS INTEGER) % 9 <> 0;
INSERT INTO fact_device_month BY NAME
SELECT 1 AS source_key, 'DM' || p || '-' || m AS source_id, 1 AS version, 1 AS batch_id, CAST(DATE '2024-06-01' + to_months(CAST(m AS INTEGER)) AS DATE) AS month, 0 AS device_key,
       CAST(p AS INTEGER) AS product_key, CAST(p AS INTEGER) AS customer_key, 100.0 + hash(p, m) % 300 AS operating_hours, CASE WHEN p = 2 THEN 0 ELSE hash(p, m) % 3 END AS failures,
       CASE WHEN p <> 4 THEN m END AS months_in_service, CAST(p % 4 AS SMALLINT) AS region_key
FROM range(0, 7) AS r(p), range(0, 12) AS x(m);
INSERT INTO fact_quality_event BY NAME
SELECT 1 AS source_key, 'QE' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-03-01' + CAST(i AS INTEGER) AS occurred_date, ['check', 'rework', 'scrap', 'warranty'][1 + i % 4] AS kind,
       CAST(i % 7 AS INTEGER) AS product_key, CAST(i % 5 AS INTEGER) AS work_centre_key, 0 AS device_key, 0 AS supplier_key, CASE WHEN i % 4 = 0 AND i % 3 > 0 THEN 20 END AS checked_quantity,
       hash(i) % 4 AS defect_quantity, CASE WHEN i % 5 > 0 THEN ['config_error', 'process'][1 + i % 2] END AS cause, CAST(hash(i) % 5000 / 9 AS DECIMAL(18,4)) AS cost_amount
FROM range(0, 300) AS r(i);
INSERT INTO fact_contract_term BY NAME
SELECT 1 AS source_key, 'CT' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-03-01' + CAST(5 * i AS INTEGER) AS due_date, 0 AS contract_key, CAST(i % 7 AS INTEGER) AS customer_key,
       1000 + i AS expiring_amount, CASE WHEN i % 4 > 0 THEN 900 + hash(i) % 300 WHEN i % 8 = 0 THEN 0 END AS renewed_amount,
       CASE WHEN i % 4 > 0 THEN due_date - 10 + CAST(hash(i) % 60 AS INTEGER) END AS renewed_date, CASE WHEN i % 3 > 0 THEN 30 END AS grace_days, 'CNY' AS currency, CAST(i % 4 AS SMALLINT) AS region_key
FROM range(0, 120) AS r(i);
INSERT INTO fact_production_plan BY NAME
SELECT 1 AS source_key, 'PP' || p || '-' || m || '-' || v AS source_id, 1 AS version, 1 AS batch_id, CAST(DATE '2024-01-01' + to_months(CAST(m AS INTEGER)) AS DATE) AS period_start,
       last_day(period_start) AS period_end, 'v' || v AS plan_version, CAST(p AS INTEGER) AS product_key, 'line ' || (p % 2) AS production_line, 20 + hash(p, m, v) % 30 AS planned_quantity,
       CASE WHEN p % 3 > 0 THEN hash(p, m) % 50 END AS actual_quantity
FROM range(0, 7) AS r(p), range(0, 20) AS x(m), range(1, 3) AS y(v);
INSERT INTO fact_forecast BY NAME
SELECT 1 AS source_key, 'F' || n || l || r || m || g AS source_id, 1 AS version, 1 AS batch_id, CAST(DATE '2024-01-01' + to_months(CAST(m AS INTEGER)) AS DATE) AS period_start,
       last_day(period_start) AS period_end, CAST(period_start - to_months(CAST(g AS INTEGER)) AS DATE) AS origin_date, n AS method, 'revenue' AS measure, 0 AS employee_key, 0 AS product_key,
       l AS product_line, CAST(hash(n, l, r, m, g) % 90000 AS DECIMAL(18,4)) AS amount, amount / 2 AS amount_p10, amount * 2 AS amount_p90, CAST(r AS SMALLINT) AS region_key, 0 AS own_region_key
FROM (VALUES ('naive'), ('sales')) AS a(n), (VALUES ('electric'), ('diesel')) AS b(l), range(1, 4) AS c(r), range(0, 20) AS d(m), range(1, 3) AS e(g)
WHERE hash(l, r, m) % 5 > 0;

INSERT INTO fact_stock_proposal BY NAME
SELECT 1 AS source_key, 'SP' || p || r || m AS source_id, 1 AS version, 1 AS batch_id, last_day(CAST(DATE '2024-01-01' + to_months(CAST(m AS INTEGER)) AS DATE)) AS proposed_date, CAST(p AS INTEGER) AS product_key,
       91 AS lead_time_days, 0.95 AS service_level, CAST(hash(p, r, m) % 900 / 100 AS DECIMAL(18,4)) AS expected_quantity, 0 AS quantity_p10, hash(p, r, m) % 9 + 4 AS quantity_p90,
       hash(p, r, m) % 9 + 6 AS proposed_quantity, CAST(r AS SMALLINT) AS region_key, 0 AS own_region_key
FROM range(0, 7) AS a(p), range(0, 4) AS b(r), range(0, 20) AS c(m)
WHERE hash(p, r) % 4 > 0;
INSERT INTO fact_forecast BY NAME
SELECT 1 AS source_key, 'FQ' || k || n || d || r || m || g AS source_id, 1 AS version, 1 AS batch_id, CAST(DATE '2024-01-01' + to_months(CAST(m AS INTEGER)) AS DATE) AS period_start,
       last_day(period_start) AS period_end, CAST(period_start - to_months(CAST(g AS INTEGER)) AS DATE) AS origin_date, n AS method, k AS measure, 0 AS employee_key, CAST(d AS INTEGER) AS product_key,
       CAST(hash(k, n, d, r, m, g) % 40 AS DECIMAL(18,4)) AS quantity, quantity / 2 AS quantity_p10, quantity * 2 AS quantity_p90, CAST(r AS SMALLINT) AS region_key, 0 AS own_region_key
FROM (VALUES ('quantity'), ('tickets'), ('parts')) AS k(k), (VALUES ('naive'), ('statistical')) AS a(n), range(1, 4) AS b(d), range(1, 3) AS c(r), range(0, 20) AS e(m), range(1, 3) AS f(g)
WHERE hash(k, d, r, m) % 5 > 0;

-- Scores of one prediction for things of six kinds, by champion and challenger; some people said nothing, some amounts are not known.
INSERT INTO fact_score BY NAME
SELECT CASE WHEN k IN ('schedule_line', 'contract_term') THEN 1 ELSE 2 END AS source_key, 'Q' || k || i || r AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-03-31' + 20 * CAST(hash(k, i) % 20 AS INTEGER) AS scored_date, 'test_90' AS prediction,
       'model ' || r AS model_id, r AS model_role, ['none', 'weak', 'good'][1 + CAST(hash(i, 's') % 3 AS INTEGER)] AS skill, k AS subject_type, t || i AS subject_id,
       CASE WHEN k = 'lead' THEN 0 ELSE CAST(hash(i, 'c') % 7 AS INTEGER) END AS customer_key, CAST(hash(i, 'p') % 7 AS INTEGER) AS product_key, CAST(hash(i, 'e') % 7 AS INTEGER) AS owner_key,
       CASE WHEN k = 'opportunity' AND i % 3 > 0 THEN scored_date + 1 + CAST(hash(i, 'x') % 200 AS INTEGER) END AS expected_date,
       1 AS organisation_key, 90 AS horizon_days, (1 + hash(k, i, r) % 98) / 100 AS probability, 0.3 AS base_rate, CASE WHEN hash(i, 'h') % 3 > 0 THEN (hash(i, 'v') % 100) / 100 END AS stated_probability,
       CASE WHEN i % 5 > 0 THEN CAST(100 + hash(i, 'a') % 900 AS DECIMAL(18,4)) END AS amount, 'CNY' AS currency, CAST(hash(i, 'r') % 4 AS SMALLINT) AS region_key
FROM (VALUES ('opportunity', 'N'), ('customer', 'C'), ('lead', 'D'), ('device', 'M'), ('schedule_line', 'HL'), ('contract_term', 'CT')) AS a(k, t), range(1, 81) AS b(i), (VALUES ('champion'), ('challenger')) AS c(r)
WHERE r = 'champion' OR i % 4 = 0;
UPDATE fact_operation_report SET operation_name = CASE WHEN CAST(source_id[2:] AS INTEGER) % 9 > 0 THEN 'step ' || (CAST(source_id[2:] AS INTEGER) % 3) END,
       good_quantity = CASE WHEN CAST(source_id[2:] AS INTEGER) % 10 > 0 THEN 50 + hash(source_id) % 10 END, scrapped_quantity = hash(source_id) % 3,
       rework_quantity = CASE WHEN hash(source_id) % 2 = 0 THEN 2 END;
UPDATE fact_work_centre_day SET ideal_minutes_per_unit = 2.5, produced_quantity = CAST(hash(source_id) % 260 AS DECIMAL(18,4)), good_quantity = CAST(hash(source_id) % 260 * 0.9 AS DECIMAL(18,4))
WHERE hash(source_id) % 7 > 0;
UPDATE fact_ticket SET visit_count = CASE WHEN CAST(source_id[2:] AS INTEGER) % 7 > 0 THEN hash(source_id) % 3 END, reopened_count = CASE WHEN hash(source_id) % 9 = 0 THEN 1 ELSE 0 END,
       repair_minutes = CASE WHEN resolved_date IS NOT NULL AND hash(source_id) % 4 > 0 THEN 30.0 + hash(source_id) % 200 END, fault_code = 'fault ' || (hash(source_id) % 3);

-- Configurations: each has a mast, some a battery and some attachments, of which there may be two; the last was never told what it is made of.
INSERT INTO dim_configuration BY NAME
SELECT CAST(k AS INTEGER) AS configuration_key, CAST(k AS INTEGER) AS configuration_durable_key, 1 AS source_key, 'K' || k AS configuration_id, 1 AS version, 1 AS batch_id,
       DATE '0001-01-01' AS valid_from, DATE '9999-12-31' AS valid_to, true AS is_current, false AS is_inferred, 'K' || k AS name, 0 AS product_durable_key, 0 AS bom_version_durable_key
FROM range(1, 6) AS r(k);
INSERT INTO fact_configuration_option BY NAME
SELECT 1 AS source_key, concat(k, '-', g, '-', v) AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-01' AS created_date, k AS configuration_key, g AS option_group, v AS option_value
FROM (VALUES (1, 'mast', '3 m'), (1, 'battery', 'lithium'), (2, 'mast', '4 m'), (3, 'mast', '3 m'), (3, 'attachment', 'clamp'), (3, 'attachment', 'fork'), (4, 'mast', '3 m'), (4, 'battery', 'lead')) AS o(k, g, v);
UPDATE fact_sales_order_line SET configuration_key = CAST(hash(source_id, 'k') % 6 AS INTEGER) WHERE CAST(source_id[2:] AS INTEGER) % 10 <> 0;
UPDATE fact_sales_order_line SET configuration_key = NULL WHERE CAST(source_id[2:] AS INTEGER) % 50 = 0;

-- Two versions of a quote of two lines each; some were never asked for and some never sent.
INSERT INTO fact_quote_line BY NAME
SELECT 1 AS source_key, concat('G', i, '-', v, '-', n) AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-01' + CAST(hash(i, 'd') % 700 + 3 * v AS INTEGER) AS quoted_date, 'G' || i AS quote_id,
       CASE WHEN i % 4 > 0 THEN v END AS quote_version, n AS line_number, CAST(hash(i, 'c') % 7 AS INTEGER) AS customer_key, CAST(hash(i, n) % 7 AS INTEGER) AS product_key, CAST(hash(i, 'e') % 7 AS INTEGER) AS owner_key,
       CASE WHEN i % 5 > 0 THEN CAST(quoted_date AS TIMESTAMP) + to_minutes(CAST(hash(i, v, n) % 500 AS INTEGER)) END AS requested_at,
       CASE WHEN i % 7 > 0 THEN CAST(quoted_date AS TIMESTAMP) + to_minutes(CAST(500 + hash(i, v, n, 's') % 5000 AS INTEGER)) END AS sent_at,
       1 AS quantity, 100 AS net_amount, 'CNY' AS currency, CAST(hash(i, 'r') % 4 AS SMALLINT) AS region_key
FROM range(1, 61) AS r(i), range(1, 3) AS x(v), range(1, 3) AS y(n);
INSERT INTO fact_visit BY NAME
SELECT 1 AS source_key, 'H' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-01' + CAST(hash(i, 'd') % 730 AS INTEGER) AS visit_date, 'none' || i AS ticket_id,
       CAST(hash(i, 'e') % 7 AS INTEGER) AS engineer_key, CAST(hash(i, 'c') % 7 AS INTEGER) AS customer_key, 0 AS device_key, CASE WHEN i % 3 > 0 THEN hash(i, 't') % 100 / 7 END AS travel_minutes,
       CASE WHEN i % 4 > 0 THEN hash(i, 'w') % 200 / 7 END AS work_minutes, CASE WHEN i % 5 > 0 THEN hash(i, 'f') % 2 = 0 END AS is_fixed,
       CASE WHEN i % 6 > 0 THEN CAST(hash(i, 'a') % 900 / 7 AS DECIMAL(18,4)) END AS cost_amount, 'CNY' AS currency, CAST(hash(i, 'r') % 4 AS SMALLINT) AS region_key
FROM range(1, 121) AS r(i);
INSERT INTO fact_approval BY NAME
SELECT 1 AS source_key, 'N' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-01' + CAST(hash(i, 'd') % 730 AS INTEGER) AS requested_date,
       CASE WHEN i % 3 > 0 THEN CAST(requested_date AS TIMESTAMP) + to_minutes(CAST(hash(i, 'q') % 600 AS INTEGER)) END AS requested_at, ['discount', 'rush_order'][1 + CAST(hash(i, 'k') % 2 AS INTEGER)] AS kind,
       'quote_line' AS subject_type, 'G' || i AS subject_id, CAST(hash(i, 'c') % 7 AS INTEGER) AS customer_key, CAST(hash(i, 'e') % 7 AS INTEGER) AS requester_key, 0 AS approver_key, 'CNY' AS currency,
       ['open', 'approved', 'rejected', 'recalled'][1 + CAST(hash(i, 'o') % 4 AS INTEGER)] AS outcome,
       CASE WHEN outcome <> 'open' THEN CAST(requested_date AS TIMESTAMP) + to_minutes(CAST(700 + hash(i, 'w') % 9000 AS INTEGER)) END AS decided_at, CAST(hash(i, 'r') % 4 AS SMALLINT) AS region_key
FROM range(1, 121) AS r(i);
INSERT INTO fact_telemetry_day BY NAME
SELECT 1 AS source_key, concat(s, i) AS source_id, 1 AS version, 1 AS batch_id, DATE '2024-01-01' + CAST(hash(i, 'd') % 730 AS INTEGER) AS day, 0 AS device_key, s AS signal, hash(i, s) % 50 AS samples,
       CASE WHEN i % 3 > 0 THEN hash(i, s, 'l') % 100 / 7 END AS minimum, CASE WHEN i % 3 > 0 THEN 20 + hash(i, s, 'h') % 100 / 7 END AS maximum, CASE WHEN i % 4 > 0 THEN 15 + hash(i, s, 'm') % 70 / 9 END AS mean,
       CASE WHEN i % 5 > 0 THEN hash(i, s, 'a') % 3 END AS alarms
FROM range(1, 61) AS r(i), (VALUES ('temperature'), ('pressure')) AS x(s);
