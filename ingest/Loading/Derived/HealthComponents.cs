namespace ProdSales.Loading.Derived;

/// <summary>Works out the components of customer health from the facts, for each customer and each month of <c>health_month</c>, whose day <c>as_of</c> judges it.</summary>
internal static class HealthComponents
{
    /// <summary>Gets the query of the days left of each customer's longest running contract.</summary>
    internal const string Contracts = """
            SELECT c.customer_durable_key AS who, h.month, CAST(greatest(max(c.end_date) - h.as_of, 0) AS INTEGER) AS contract_days_left
            FROM dim_contract AS c JOIN health_month AS h ON h.as_of >= c.valid_from AND h.as_of < c.valid_to AND coalesce(c.start_date <= h.as_of, true)
            WHERE c.customer_durable_key > 0 AND c.end_date IS NOT NULL GROUP BY c.customer_durable_key, h.month, h.as_of
        """;

    /// <summary>Gets the statement that writes the components to <c>health_value</c>; NULL where nothing is known of one.</summary>
    internal static string Query => $"""
        CREATE OR REPLACE TEMP TABLE health_value AS
        WITH who AS (
            SELECT customer_key, customer_durable_key AS who FROM dim_customer WHERE customer_key > 0
        ), promise AS (
            SELECT w.who, h.month, avg(CASE WHEN f.delivered_by_first_commit_quantity >= f.ordered_quantity THEN 1.0 ELSE 0.0 END) AS otd_rate
            FROM fact_schedule_line AS f JOIN who AS w ON w.customer_key = f.customer_key
            JOIN health_month AS h ON f.first_commit_date <= h.as_of AND f.first_commit_date > h.as_of - INTERVAL 12 MONTH
            WHERE f.is_cancelled IS NOT TRUE AND EXISTS (FROM fact_delivery) GROUP BY ALL
        ), ticket AS (
            SELECT w.who, h.month, CAST(sum(CASE WHEN f.resolved_date IS NULL OR f.resolved_date > h.as_of THEN h.as_of - f.created_date ELSE 0 END) AS DOUBLE) AS open_ticket_days,
                sum(CASE WHEN f.resolved_date IS NULL OR f.resolved_date > h.as_of THEN (h.as_of - f.created_date) * coalesce(s.weight, 1) ELSE 0 END) AS open_severity_days
            FROM fact_ticket AS f JOIN who AS w ON w.customer_key = f.customer_key JOIN health_month AS h ON f.created_date <= h.as_of
            LEFT JOIN ticket_severity AS s ON s.priority = lower(f.priority)
            WHERE f.status <> 'cancelled' GROUP BY ALL
        ), answer AS (
            SELECT w.who, h.month, avg(f.csat) AS csat,
                avg(f.nps) FILTER (f.answered_date > h.as_of - INTERVAL 6 MONTH) - avg(f.nps) FILTER (f.answered_date <= h.as_of - INTERVAL 6 MONTH) AS nps_trend
            FROM fact_survey AS f JOIN who AS w ON w.customer_key = f.customer_key
            JOIN health_month AS h ON f.answered_date <= h.as_of AND f.answered_date > h.as_of - INTERVAL 12 MONTH
            GROUP BY ALL HAVING count(f.csat) > 0 OR nps_trend IS NOT NULL
        ), settled AS (
            SELECT f.source_key, f.source_id, max(r.received_date) AS day
            FROM fact_invoice AS f JOIN fact_receipt AS r ON r.source_key = f.source_key AND r.invoice_id = f.source_id
            GROUP BY f.source_key, f.source_id, f.amount
            HAVING sum(settled_amount(r.amount, r.amount_document, r.currency, f.amount, f.amount_document, f.currency)) >= f.amount
        ), invoice AS (
            SELECT w.who, f.source_key, f.source_id, f.invoice_date, coalesce(f.due_date, f.invoice_date) AS due_date, f.amount, f.amount_document, f.currency,
                coalesce(s.day, DATE '9999-12-31') AS settled_on
            FROM fact_invoice AS f JOIN who AS w ON w.customer_key = f.customer_key
            LEFT JOIN settled AS s ON s.source_key = f.source_key AND s.source_id = f.source_id
        ), open AS (
            SELECT i.who, i.source_key, i.source_id, h.month, h.as_of, i.due_date < h.as_of AS is_overdue, i.amount, i.amount_document, i.currency
            FROM invoice AS i JOIN health_month AS h ON i.invoice_date <= h.as_of AND i.settled_on > h.as_of
        ), paid AS (
            SELECT o.source_key, o.source_id, o.month, sum(settled_amount(r.amount, r.amount_document, r.currency, o.amount, o.amount_document, o.currency)) AS amount
            FROM open AS o JOIN fact_receipt AS r ON r.source_key = o.source_key AND r.invoice_id = o.source_id AND r.received_date <= o.as_of GROUP BY ALL
        ), owed AS (
            SELECT o.who, o.month, o.is_overdue, greatest(o.amount - coalesce(p.amount, 0), 0) AS amount
            FROM open AS o LEFT JOIN paid AS p USING (source_key, source_id, month)
            UNION ALL
            SELECT i.who, h.month, false, 0 FROM (SELECT who, min(invoice_date) AS day FROM invoice GROUP BY who) AS i JOIN health_month AS h ON i.day <= h.as_of
        ), debt AS (
            SELECT who, month, CAST(coalesce(sum(amount) FILTER (is_overdue), 0) AS DECIMAL(18, 4)) AS overdue_amount,
                CASE WHEN sum(amount) > 0 THEN CAST(coalesce(sum(amount) FILTER (is_overdue), 0) AS DOUBLE) / CAST(sum(amount) AS DOUBLE) ELSE 0 END AS overdue_rate
            FROM owed WHERE EXISTS (FROM fact_receipt) GROUP BY ALL
        ), order_day AS (
            SELECT DISTINCT w.who, f.ordered_date AS day FROM fact_sales_order_line AS f JOIN who AS w ON w.customer_key = f.customer_key
            WHERE f.is_cancelled IS NOT TRUE AND f.quantity >= 0
        ), order_month AS (
            SELECT o.who, greatest(d.month_start, (SELECT min(month) FROM health_month)) AS month,
                min(o.day) AS first_day, max(o.day) AS last_day, count(*) AS days
            FROM order_day AS o JOIN dim_date AS d ON d.date = o.day GROUP BY ALL
        ), ordered AS (
            SELECT o.who, h.month, h.as_of, min(o.first_day) AS first_day, max(o.last_day) AS last_day, sum(o.days) AS days
            FROM order_month AS o JOIN health_month AS h ON o.month <= h.month GROUP BY ALL
        ), cadence AS (
            SELECT who, month, CAST(as_of - last_day AS INTEGER) AS days_since_order,
                CASE WHEN days >= 3 THEN (as_of - last_day) / ((last_day - first_day) / (days - 1)) END AS cadence_ratio
            FROM ordered
        ), device_month AS (
            SELECT w.who, f.month, sum(f.failures) AS failures, count(*) AS devices
            FROM fact_device_month AS f JOIN who AS w ON w.customer_key = f.customer_key GROUP BY ALL
        ), failure AS (
            SELECT f.who, h.month, sum(f.failures) / sum(f.devices) AS failures_per_device
            FROM device_month AS f JOIN health_month AS h ON f.month <= h.month AND f.month > h.month - INTERVAL 6 MONTH
            GROUP BY ALL
        ), contract AS ({Contracts})
        SELECT who, month, otd_rate, open_ticket_days, open_severity_days, csat, nps_trend, contract_days_left, overdue_amount, overdue_rate, days_since_order, cadence_ratio, failures_per_device
        FROM promise
        FULL JOIN ticket USING (who, month) FULL JOIN answer USING (who, month) FULL JOIN debt USING (who, month)
        FULL JOIN cadence USING (who, month) FULL JOIN failure USING (who, month) FULL JOIN contract USING (who, month)
        """;
}
