-- The minimal star of the definitions' views, filled from the same rows of feeds. Cancelled order lines are not in it.
INSERT INTO dim_customer BY NAME SELECT CAST(source_id[2:] AS INTEGER) AS customer_sk, source_id AS customer_nk, name, region FROM feed.customer;
INSERT INTO dim_product BY NAME SELECT CAST(source_id[2:] AS INTEGER) AS product_sk, source_id AS product_nk, product_line AS line FROM feed.product;
INSERT INTO dim_work_center BY NAME SELECT CAST(source_id[2:] AS INTEGER) AS wc_sk, source_id AS wc_nk, production_line AS prod_line FROM feed.work_centre;
INSERT INTO dim_stage BY NAME SELECT CAST(source_id[2:] AS INTEGER) AS stage_sk, sequence AS seq, name AS code, kind FROM feed.stage;
INSERT INTO fact_opportunity BY NAME
SELECT source_id AS opp_nk, created_date AS created, CASE WHEN outcome = 'won' THEN closed_date END AS won, CASE WHEN outcome = 'lost' THEN closed_date END AS lost, amount FROM feed.opportunity;
INSERT INTO fact_stage_event BY NAME
SELECT opportunity_id AS opp_nk, CAST(to_stage_id[2:] AS INTEGER) AS seq_no, CAST(to_stage_id[2:] AS INTEGER) AS to_seq, kind, CAST(occurred_date AS TIMESTAMP) AS ts FROM feed.stage_event;
INSERT INTO fact_forecast BY NAME
SELECT origin_date AS origin, strftime(period_start, '%Y-%m') AS target_ym, product_line AS line, region, method AS source, amount FROM feed.forecast;
INSERT INTO fact_order_line BY NAME
SELECT source_id AS line_nk, 1 AS version, order_id AS order_nk, CAST(customer_id[2:] AS INTEGER) AS customer_sk, CAST(product_id[2:] AS INTEGER) AS product_sk, ordered_date AS booked,
    quantity AS qty_delta, list_amount AS list_delta, net_amount AS net_delta, cost_amount AS cost_delta
FROM feed.sales_order_line WHERE NOT is_cancelled;
INSERT INTO fact_fulfilment BY NAME
WITH paper AS (
    SELECT schedule_line_id, bool_and(is_documentation_right) AS doc_ok, bool_and(is_condition_right) AS condition_ok FROM feed.delivery GROUP BY ALL
)
SELECT h.source_id AS sched_nk, h.order_line_id AS line_nk, h.order_id AS order_nk, h.requested_date AS requested, h.first_commit_date AS first_commit,
    coalesce(h.current_commit_date, h.first_commit_date) AS current_commit, h.ordered_quantity AS qty_ordered,
    (SELECT coalesce(sum(d.quantity), 0) FROM feed.delivery AS d WHERE d.schedule_line_id = h.source_id AND d.delivered_date <= h.first_commit_date) AS qty_delivered_by_first,
    (SELECT coalesce(sum(d.quantity), 0) FROM feed.delivery AS d WHERE d.schedule_line_id = h.source_id AND d.delivered_date <= coalesce(h.current_commit_date, h.first_commit_date)) AS qty_delivered_by_current,
    coalesce(p.doc_ok, true) AS doc_ok, coalesce(p.condition_ok, true) AS condition_ok, h.is_cancelled AS cancelled
FROM feed.schedule_line AS h LEFT JOIN paper AS p ON p.schedule_line_id = h.source_id;
INSERT INTO fact_wc_day BY NAME
SELECT CAST(work_centre_id[2:] AS INTEGER) AS wc_sk, day AS d, calendar_minutes AS calendar_min, planned_busy_minutes AS pbt_min, actual_production_minutes AS apt_min, setup_minutes AS setup_min,
    ideal_minutes_per_unit AS ideal_min_per_unit, produced_quantity AS produced, good_quantity AS good, required_minutes AS required_min
FROM feed.work_centre_day;
INSERT INTO fact_plan_attainment BY NAME
SELECT strftime(period_start, '%Y-%m') AS ym, CAST(product_id[2:] AS INTEGER) AS product_sk, planned_quantity AS plan_qty, actual_quantity AS actual_qty FROM feed.production_plan;
INSERT INTO fact_inventory_day BY NAME SELECT day AS d, CAST(product_id[2:] AS INTEGER) AS product_sk, warehouse AS wh, quantity AS qty, amount AS value FROM feed.inventory_day;
INSERT INTO fact_invoice BY NAME SELECT source_id AS inv_nk, CAST(customer_id[2:] AS INTEGER) AS customer_sk, invoice_date AS d, amount AS credit_amount, cost_amount AS cogs FROM feed.invoice;
INSERT INTO fact_ar_snapshot BY NAME
SELECT m.snap, CAST(c.source_id[2:] AS INTEGER) AS customer_sk,
    coalesce((SELECT sum(i.amount) FROM feed.invoice AS i WHERE i.customer_id = c.source_id AND i.invoice_date <= m.snap), 0)
        - coalesce((SELECT sum(r.amount) FROM feed.receipt AS r WHERE r.customer_id = c.source_id AND r.received_date <= m.snap), 0) AS ar
FROM feed.customer AS c, (SELECT last_day(CAST(DATE '2024-01-01' + to_months(CAST(n AS INTEGER)) AS DATE)) AS snap FROM range(12) AS r(n)) AS m;
INSERT INTO fact_ticket BY NAME
SELECT t.source_id AS ticket_nk, CAST(t.device_id[2:] AS INTEGER) AS device_sk, CAST(t.product_id[2:] AS INTEGER) AS product_sk, t.fault_code AS fault, t.created_at AS created,
    t.first_response_at AS first_response, t.response_due_at AS response_due, t.resolved_at AS resolved, (SELECT count(*) FROM feed.visit AS v WHERE v.ticket_id = t.source_id) AS visits,
    t.reopened_count AS reopened, date_diff('minute', t.created_at, t.first_response_at) AS frt_bus_min, t.repair_minutes AS repair_min
FROM feed.ticket AS t;
INSERT INTO fact_device_month BY NAME
SELECT CAST(device_id[2:] AS INTEGER) AS device_sk, CAST(product_id[2:] AS INTEGER) AS product_sk, strftime(month, '%Y-%m') AS ym, operating_hours, failures FROM feed.device_month;
INSERT INTO fact_survey BY NAME SELECT source_id AS resp_nk, CAST(product_id[2:] AS INTEGER) AS product_sk, ticket_id AS ticket_nk, answered_date AS d, csat, nps FROM feed.survey;
INSERT INTO fact_contract_due BY NAME
SELECT source_id AS contract_nk, CAST(customer_id[2:] AS INTEGER) AS customer_sk, due_date AS due, expiring_amount AS expiring, coalesce(renewed_amount, 0) AS renewed, renewed_date AS renewed_on FROM feed.contract_term;
