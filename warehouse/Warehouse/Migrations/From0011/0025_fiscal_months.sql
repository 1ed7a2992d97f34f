-- The first and the last day of the fiscal month of each day, so that a day finds its place in another fiscal month whatever calendar the fiscal columns follow.
ALTER TABLE dim_date ADD COLUMN fiscal_month_start DATE;
ALTER TABLE dim_date ADD COLUMN fiscal_month_end DATE;

UPDATE dim_date
SET fiscal_month_start = m.first_day, fiscal_month_end = m.last_day
FROM (
    SELECT fiscal_year, fiscal_month, min(date) AS first_day, max(date) AS last_day
    FROM dim_date
    GROUP BY fiscal_year, fiscal_month
) AS m
WHERE m.fiscal_year = dim_date.fiscal_year AND m.fiscal_month = dim_date.fiscal_month;
