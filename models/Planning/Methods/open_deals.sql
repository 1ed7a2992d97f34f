-- Deals that were open on the last day of scoring that the origin knows, with the chance to have been won within each horizon.
WITH scored AS (
  SELECT max(scored_date) AS day FROM fact_score WHERE subject_type = 'opportunity' AND model_role = 'champion' AND scored_date <= $origin AND scored_date > $oldest
)
SELECT y.source_system, g.region, p.product_line, coalesce(m.employee_id, e.employee_id) AS employee_id, s.subject_id, s.horizon_days, s.probability, CAST(s.amount AS DOUBLE) AS amount
FROM fact_score AS s
INNER JOIN scored AS d ON d.day = s.scored_date
INNER JOIN dim_region AS g ON g.region_key = s.region_key
INNER JOIN dim_product AS p ON p.product_key = s.product_key
INNER JOIN dim_employee AS e ON e.employee_key = s.owner_key
LEFT JOIN dim_employee AS m ON e.manager_durable_key <> 0 AND m.employee_durable_key = e.manager_durable_key AND s.scored_date >= m.valid_from AND s.scored_date < m.valid_to
INNER JOIN dim_source_system AS y ON y.source_key = coalesce(m.source_key, e.source_key)
WHERE s.subject_type = 'opportunity' AND s.model_role = 'champion' AND s.amount IS NOT NULL
ORDER BY ALL
