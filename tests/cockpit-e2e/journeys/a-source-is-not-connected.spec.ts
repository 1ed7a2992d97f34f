import { expect, test } from "@playwright/test";
import { serveCompany, type Company } from "../support/company";
import { Screen } from "../support/screen";

let company: Company;

test.beforeAll(async () => {
  company = await serveCompany(0.01, ["lead", "receipt", "survey", "delivery"]);
});

test.afterAll(async () => {
  await company.close();
});

for (const { lang, figure, words, tiles, delivery } of [
  {
    lang: "en",
    figure: "Lead to cash",
    words: { missing: "Not connected", none: "No data", table: "Show as table", leads: "Leads", received: "Received", orders: "Orders" },
    tiles: ["Satisfaction (CSAT)", "On-time delivery rate"],
    delivery: "Delivery warnings",
  },
  {
    lang: "zh-CN",
    figure: "线索到回款",
    words: { missing: "未接入", none: "无数据", table: "以表格显示", leads: "线索", received: "回款", orders: "订单" },
    tiles: ["满意度 CSAT", "准时交付率"],
    delivery: "交付预警",
  },
]) {
  test(`In ${lang} a source that was never loaded reads "${words.missing}", in the funnel, the tiles and the warnings`, async ({ page }) => {
    await page.goto(`${company.url}/?lang=${lang}&period=2025`);
    await new Screen(page).settled();
    const funnel = page.getByRole("figure", { name: figure });
    await expect(funnel.getByRole("listitem").filter({ hasText: words.leads }).first()).toContainText(words.missing);
    await expect(funnel.getByRole("listitem").filter({ hasText: words.received })).toContainText(words.missing);
    await expect(funnel.getByRole("listitem").filter({ hasText: words.orders })).toContainText("¥");
    await expect(funnel).not.toContainText(words.none);
    for (const tile of tiles) await expect(page.getByRole("article", { name: tile })).toContainText(words.missing);
    await expect(page.getByRole("figure", { name: delivery })).toContainText(words.missing);
    await page.getByRole("button", { name: `${figure}: ${words.table}` }).click();
    await expect(page.getByRole("row", { name: `${words.leads} – ${words.missing} –` })).toBeVisible();
  });

  test(`In ${lang} a connected source without rows in the period reads "${words.none}", beside those that are not connected`, async ({ page }) => {
    await page.goto(`${company.url}/?lang=${lang}&period=2001`);
    await new Screen(page).settled();
    const funnel = page.getByRole("figure", { name: figure });
    await expect(funnel.getByRole("listitem").filter({ hasText: words.orders })).toContainText(words.none);
    await expect(funnel.getByRole("listitem").filter({ hasText: words.received })).toContainText(words.missing);
    await expect(page.getByRole("article", { name: tiles[0] ?? "" })).toContainText(words.missing);
  });
}
