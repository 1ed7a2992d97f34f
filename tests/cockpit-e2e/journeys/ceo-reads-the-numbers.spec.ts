import { expect, journey } from "../support/journey";
import { tileStatements, written } from "../support/oracle";

const days = { from: "2026-01-01", to: "2026-09-30" };
const period = `${days.from}..${days.to}`;

journey("Every tile shows the number that hand-written SQL gives", async ({ cockpit, warehouse }) => {
  await cockpit.open({ period });
  for (const [label, sql] of Object.entries(tileStatements(days))) {
    const value = await warehouse.number(sql);
    expect(value, `${label} has data in the demo company`).not.toBeNull();
    expect(await cockpit.figure(label), label).toBe(written(label, value ?? 0));
  }
});

journey("Every tile of one region and quarter shows the number that hand-written SQL gives", async ({ cockpit, warehouse }) => {
  await cockpit.open({ region: "华东", period: "2026-Q2" });
  for (const [label, sql] of Object.entries(tileStatements({ from: "2026-04-01", to: "2026-06-30" }, "华东"))) {
    const value = await warehouse.number(sql);
    if (value === null) await expect(cockpit.tile(label)).toContainText("No data");
    else expect(await cockpit.figure(label), label).toBe(written(label, value));
  }
});

journey("The breakdown lists every region with its revenue, and their sum is the tile's", async ({ cockpit, warehouse }) => {
  await cockpit.open({ period });
  const rows = await warehouse.rows(`SELECT region, sum(net_amount) AS revenue
    FROM fact_sales_order_line INNER JOIN dim_region USING (region_key)
    WHERE ordered_date BETWEEN DATE '${days.from}' AND DATE '${days.to}' AND NOT coalesce(is_cancelled, false)
    GROUP BY region ORDER BY revenue DESC`);
  await expect(cockpit.breakdownRows()).toHaveCount(rows.length + 1);
  for (const [index, { region, revenue }] of rows.entries()) {
    const row = cockpit.breakdownRows().nth(index + 1);
    await expect(row.getByRole("rowheader")).toHaveText(String(region));
    await expect(row.getByTitle(written("Revenue", Number(revenue)))).toBeVisible();
  }
  const sum = rows.reduce((total, { revenue }) => total + Number(revenue), 0);
  expect(await cockpit.figure("Revenue")).toBe(written("Revenue", sum));
});

journey("The funnel counts the leads, opportunities, won deals and orders of the period, and the money received", async ({ cockpit, warehouse }) => {
  await cockpit.open({ period });
  const within = `BETWEEN DATE '${days.from}' AND DATE '${days.to}'`;
  const [counts] = await warehouse.rows(`SELECT
    (SELECT count(*) FROM fact_lead WHERE captured_date ${within} AND status <> 'merged') AS "Leads",
    (SELECT count(*) FROM fact_opportunity WHERE created_date ${within}) AS "Opportunities",
    (SELECT count(*) FROM fact_opportunity WHERE closed_date ${within} AND outcome = 'won') AS "Won",
    (SELECT count(DISTINCT order_id) FROM fact_sales_order_line WHERE ordered_date ${within} AND NOT coalesce(is_cancelled, false)) AS "Orders"`);
  const received = await warehouse.number(`SELECT sum(amount) FROM fact_receipt WHERE received_date ${within}`);
  await cockpit.page.getByRole("button", { name: "Lead to cash: Show as table" }).click();
  const table = cockpit.page.getByRole("region", { name: "Lead to cash" });
  for (const [stage, count] of Object.entries(counts ?? {})) {
    await expect(table.getByRole("row", { name: new RegExp(`^${stage} ${Number(count).toLocaleString("en")} `) })).toBeVisible();
  }
  await expect(table.getByRole("row", { name: new RegExp(`^Received – ${escaped(written("Revenue", received ?? 0))} `) })).toBeVisible();
});

journey("Each production line shows how busy it was", async ({ cockpit, warehouse }) => {
  await cockpit.open({ period });
  const lines = await warehouse.rows(`SELECT production_line, sum(actual_production_minutes + coalesce(setup_minutes, 0)) / sum(planned_busy_minutes) AS utilisation
    FROM fact_work_centre_day INNER JOIN dim_work_centre USING (work_centre_key)
    WHERE day BETWEEN DATE '${days.from}' AND DATE '${days.to}' AND actual_production_minutes IS NOT NULL GROUP BY production_line`);
  expect(lines.length).toBeGreaterThan(1);
  for (const { production_line: line, utilisation } of lines) {
    const item = cockpit.page.getByRole("figure", { name: "Capacity by production line" }).getByRole("listitem").filter({ hasText: String(line) });
    await expect(item).toContainText(written("", Number(utilisation)));
  }
});

journey("The customers at risk are those with the lowest scores of the last month", async ({ cockpit, warehouse }) => {
  await cockpit.open({ period });
  const risky = await warehouse.rows(`SELECT c.name, h.score FROM fact_customer_health AS h INNER JOIN dim_customer AS c USING (customer_key)
    WHERE h.month = (SELECT max(month) FROM fact_customer_health WHERE month <= DATE '${days.to}') AND h.score < 60 ORDER BY h.score LIMIT 6`);
  for (const { name } of risky) {
    await expect(cockpit.page.getByRole("button", { name: `Show everything about ${String(name)}` })).toBeVisible();
  }
  if (risky.length === 0) await expect(cockpit.page.getByText("No customer is at risk.")).toBeVisible();
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
