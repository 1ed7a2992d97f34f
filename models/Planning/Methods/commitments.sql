-- What people committed themselves to: of each cell and period the last word that the origin knows, if it is not too old.
SELECT f.period_start, g.region, f.product_line, CASE WHEN f.employee_key <> 0 THEN e.employee_id END AS employee_id, CAST(arg_max(f.amount, (f.origin_date, f.source_id)) AS DOUBLE) AS amount
FROM fact_forecast AS f
INNER JOIN dim_region AS g ON g.region_key = f.region_key
INNER JOIN dim_employee AS e ON e.employee_key = f.employee_key
WHERE f.measure = $measure AND f.method = 'sales' AND f.origin_date <= $origin AND f.origin_date > $oldest AND f.amount IS NOT NULL
GROUP BY ALL
ORDER BY ALL
