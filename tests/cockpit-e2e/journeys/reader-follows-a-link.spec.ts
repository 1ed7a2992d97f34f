import { expect, journey } from "../support/journey";

journey("A link restores the period, the path and the language", async ({ cockpit, page }) => {
  await cockpit.open({ period: "2026-Q1", region: "华南" });
  const first = await cockpit.tiles();
  const link = page.url();
  await page.goto("about:blank");
  await page.goto(link);
  await cockpit.settled();
  expect(await cockpit.tiles()).toEqual(first);
  await expect(page.getByText("Q1 2026")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Region" })).toHaveValue("华南");
});

journey("The period steps back and forth and changes its length, each a step of the back button", async ({ cockpit, page }) => {
  await cockpit.open();
  const thisYear = await cockpit.figure("Revenue");
  await page.getByRole("button", { name: "Earlier period" }).click();
  await cockpit.settled();
  await expect(page.getByRole("status")).toHaveText("2025");
  await expect.poll(() => cockpit.figure("Revenue")).not.toBe(thisYear);
  await page.getByRole("button", { name: "Month", exact: true }).click();
  await cockpit.settled();
  expect(new URL(page.url()).searchParams.get("period")).toBe("2025-12");
  await page.goBack();
  await page.goBack();
  await cockpit.settled();
  await expect.poll(() => cockpit.figure("Revenue")).toBe(thisYear);
});

journey("A period without anything says so, and never zero", async ({ cockpit, page }) => {
  await cockpit.open({ period: "2001" });
  await expect(cockpit.tile("Revenue")).toContainText("No data");
  await expect(cockpit.tile("Revenue")).not.toContainText("0");
  await expect(page.getByText("No sales in this period and selection.")).toBeVisible();
});
