import { expect } from "@playwright/test";
import { journey } from "../support/journey";

for (const { lang, note } of [
  { lang: "en", note: "Down from region to product line" },
  { lang: "zh-CN", note: "从区域下钻到产品线" },
]) {
  journey(`In ${lang} every example of the explorer is answered by this server, the live one too`, async ({ page, baseURL }) => {
    const strangers: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== new URL(baseURL ?? "").origin) strangers.push(request.url());
    });
    await page.goto(`/graphiql?lang=${lang}`);
    await expect(page.locator(".graphiql-query-editor")).toContainText(note);
    const tabs = page.getByRole("tab", { name: /Drill|Targets|Why|Rows|Catalogue|Live/ });
    await expect(tabs).toHaveCount(6);
    const seen = { Drill: "byProductLine", Targets: "attainmentStatus", Why: "nothingStandsOut", Rows: "edges", Catalogue: "formula", Live: "orders" };
    for (const [tab, word] of Object.entries(seen)) {
      await page.getByRole("tab", { name: tab }).click();
      await expect(page.locator(".graphiql-query-editor")).toContainText(tab);
      // The explorer learns a little after the text which operation a tab holds.
      await expect(async () => {
        await page.getByRole("button", { name: /Execute query/ }).click();
        await expect(page.locator(".result-window")).toContainText(`"${word}"`, { timeout: 4_000 });
        await expect(page.locator(".result-window")).not.toContainText('"errors"');
      }).toPass();
    }
    expect(strangers).toEqual([]);
  });
}
