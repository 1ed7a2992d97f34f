/** The days of one question: both counted, as `YYYY-MM-DD`. */
export interface Days {
  from: string;
  to: string;
}

/**
 * What the tiles must show, written by hand from the definitions in docs/metrics.md, one statement a measure.
 * `region` cuts to one region; capacity knows none and speaks for the whole company.
 */
export function tileStatements({ from, to }: Days, region?: string): Record<string, string> {
  const days = `BETWEEN DATE '${from}' AND DATE '${to}'`;
  const here = region === undefined ? "" : `AND region_key = (SELECT region_key FROM dim_region WHERE region = '${region}')`;
  const sold = `FROM fact_sales_order_line WHERE ordered_date ${days} AND NOT coalesce(is_cancelled, false) ${here}`;
  return {
    Revenue: `SELECT sum(net_amount) ${sold}`,
    "Gross margin rate": `SELECT (sum(net_amount) - sum(cost_amount))::DOUBLE / sum(net_amount)::DOUBLE ${sold} AND cost_amount IS NOT NULL`,
    "Discount rate": `SELECT 1 - sum(net_amount)::DOUBLE / sum(list_amount)::DOUBLE ${sold} AND list_amount IS NOT NULL`,
    "On-time delivery rate": `SELECT avg(CASE WHEN delivered_by_first_commit_quantity >= ordered_quantity THEN 1.0 ELSE 0.0 END)
      FROM fact_schedule_line WHERE first_commit_date ${days} AND NOT coalesce(is_cancelled, false) ${here}`,
    "Win rate": `SELECT avg(CASE outcome WHEN 'won' THEN 1.0 ELSE 0.0 END)
      FROM fact_opportunity WHERE closed_date ${days} AND outcome IN ('won', 'lost') ${here}`,
    "Capacity utilisation": `SELECT sum(actual_production_minutes + coalesce(setup_minutes, 0)) / sum(planned_busy_minutes)
      FROM fact_work_centre_day WHERE day ${days} AND actual_production_minutes IS NOT NULL`,
    "Satisfaction (CSAT)": `SELECT avg(CASE WHEN csat >= 4 THEN 1.0 ELSE 0.0 END)
      FROM fact_survey WHERE answered_date ${days} AND csat IS NOT NULL ${here}`,
    "Quota attainment": quotaAttainment(days, here),
  };
}

/** Every target of a salesperson against what that person sold between its days, whichever version of the person did. */
function quotaAttainment(days: string, here: string): string {
  return `WITH goal AS (
      SELECT t.valid_from, t.valid_to, t.target_value, e.employee_durable_key AS person
      FROM fact_target AS t INNER JOIN dim_employee AS e USING (employee_key)
      WHERE t.measure = 'revenue' AND t.employee_key <> 0 AND t.valid_from ${days} ${here}
    )
    SELECT sum((SELECT coalesce(sum(l.net_amount), 0)
                FROM fact_sales_order_line AS l INNER JOIN dim_employee AS s ON s.employee_key = l.owner_key
                WHERE s.employee_durable_key = goal.person AND NOT coalesce(l.is_cancelled, false)
                  AND l.ordered_date >= goal.valid_from AND l.ordered_date < goal.valid_to))::DOUBLE
           / sum(target_value)::DOUBLE
    FROM goal`;
}

/** Writes a number as a tile's tooltip does in English: money with its digits, a rate with one place. */
export function written(label: string, value: number): string {
  if (label !== "Revenue") return new Intl.NumberFormat("en", { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
  return new Intl.NumberFormat("en", { style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol", maximumFractionDigits: 2 }).format(value);
}
