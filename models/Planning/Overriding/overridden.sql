-- The statistical forecasts of the last origin, or of the one named, that cover the period and the members.
WITH said AS (
  SELECT f.*, y.source_system, g.region, e.employee_id, p.product_id
  FROM fact_forecast AS f
  INNER JOIN dim_source_system AS y ON y.source_key = f.source_key
  INNER JOIN dim_region AS g ON g.region_key = f.region_key
  INNER JOIN dim_employee AS e ON e.employee_key = f.employee_key
  INNER JOIN dim_product AS p ON p.product_key = f.product_key
  WHERE f.method = 'statistical' AND f.measure = $measure AND $period BETWEEN f.period_start AND f.period_end AND ($origin IS NULL OR f.origin_date = $origin)
)
SELECT (SELECT count(*) FROM fact_forecast WHERE method = 'override' AND measure = $measure) AS said_before, origin_date, period_start, period_end, source_system, region, product_line, employee_id, product_id, coalesce(amount, quantity) AS value, amount IS NOT NULL AS is_money
FROM said
WHERE origin_date = (SELECT max(origin_date) FROM said)
  AND ($region IS NULL OR region = $region) AND ($line IS NULL OR product_line = $line)
  AND ($employee IS NULL OR employee_id = $employee) AND ($product IS NULL OR product_id = $product)
ORDER BY ALL
