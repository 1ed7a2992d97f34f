import { expect, test } from "@playwright/test";
import { Screen } from "../support/screen";

test("A server that cannot be reached is told as such, and trying again brings the figures", async ({ page }) => {
  const cockpit = new Screen(page);
  await page.route("**/graphql?*", (route) => route.abort());
  await page.goto(`${process.env["COCKPIT_URL"] ?? ""}/?lang=en`);
  await expect(page.getByRole("alert")).toContainText("The server cannot be reached.");
  await page.unroute("**/graphql?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await cockpit.settled();
  await expect(cockpit.tile("Revenue")).toBeVisible();
});
