-- What of the sales of a year came from deals, and how much earlier these had been opened.
SELECT date_diff('month', o.created_date, l.ordered_date) AS months_open, g.region, p.product_line, coalesce(m.employee_id, e.employee_id) AS employee_id, y.source_system,
       CAST(sum(l.net_amount) AS DOUBLE) AS amount
FROM fact_sales_order_line AS l
LEFT JOIN fact_opportunity AS o ON o.source_key = l.source_key AND o.source_id = l.opportunity_id AND o.created_date <= $origin
INNER JOIN dim_region AS g ON g.region_key = l.region_key
INNER JOIN dim_product AS p ON p.product_key = l.product_key
INNER JOIN dim_employee AS e ON e.employee_key = l.owner_key
LEFT JOIN dim_employee AS m ON e.manager_durable_key <> 0 AND m.employee_durable_key = e.manager_durable_key AND l.ordered_date >= m.valid_from AND l.ordered_date < m.valid_to
INNER JOIN dim_source_system AS y ON y.source_key = coalesce(m.source_key, e.source_key)
WHERE l.is_cancelled IS NOT TRUE AND l.ordered_date <= $last AND l.ordered_date > $oldest
GROUP BY ALL
ORDER BY ALL
