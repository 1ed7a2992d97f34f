-- What a method said at earlier origins of periods that are over, in the rows that forecasting itself wrote.
SELECT source_id, origin_date, period_start, CAST(coalesce(amount, quantity) AS DOUBLE) AS said
FROM fact_forecast
WHERE measure = $measure AND method = $method AND origin_date < $origin AND period_end <= $last AND starts_with(source_id, $made) AND coalesce(amount, quantity) IS NOT NULL
ORDER BY ALL
