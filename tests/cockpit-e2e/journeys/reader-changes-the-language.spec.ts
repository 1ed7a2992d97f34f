import { expect, journey } from "../support/journey";

journey("Chinese and English show the same numbers in their own words and forms", async ({ cockpit, page }) => {
  await cockpit.open();
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("article", { name: "销售收入" })).toBeVisible();
  await cockpit.settled();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(cockpit.tile("销售收入").locator(".value")).toHaveText(/^¥[\d.]+[万亿]$/);
  const chinese = await cockpit.figure("销售收入");
  await page.getByRole("button", { name: "English" }).click();
  await expect(cockpit.tile("Revenue")).toBeVisible();
  await expect(cockpit.tile("Revenue").locator(".value")).toHaveText(/^¥[\d.]+[KMB]$/);
  expect(await cockpit.figure("Revenue")).toBe(chinese);
});

journey("The chosen language is remembered where the link says none", async ({ cockpit, page }) => {
  await cockpit.open();
  await page.getByRole("button", { name: "中文" }).click();
  await page.goto("/");
  await cockpit.settled();
  await expect(page.getByRole("article", { name: "销售收入" })).toBeVisible();
});
