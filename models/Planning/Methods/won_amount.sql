-- What the deals won in a year were said to be worth.
SELECT CAST(sum(o.amount) AS DOUBLE) AS amount
FROM fact_opportunity AS o
WHERE o.outcome = 'won' AND o.closed_date <= $last AND o.closed_date > $oldest
