import { accessibilityFaults } from "../support/accessibility";
import { expect, journey } from "../support/journey";

const screens = [
  { lang: "en", width: 1440, height: 900 },
  { lang: "zh-CN", width: 1440, height: 900 },
  { lang: "en", width: 390, height: 844 },
  { lang: "zh-CN", width: 2560, height: 1440 },
];

for (const { lang, width, height } of screens) {
  journey(`At ${width} by ${height} in ${lang} the screen meets WCAG 2.2 AA and does not scroll sideways`, async ({ cockpit, page }) => {
    await page.setViewportSize({ width, height });
    await cockpit.open({ lang });
    expect(await accessibilityFaults(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBe(0);
  });
}

journey("Every chart can be read as a table, and the tables are sound too", async ({ cockpit, page }) => {
  await cockpit.open();
  for (const button of await page.getByRole("button", { name: /Show as table$/ }).all()) await button.click();
  expect(await page.getByRole("table").count()).toBeGreaterThanOrEqual(4);
  expect(await accessibilityFaults(page)).toEqual([]);
});

journey("The keyboard alone drills down and comes back", async ({ cockpit, page }) => {
  await cockpit.open();
  const region = await cockpit.firstMember();
  await page.getByRole("button", { name: `Drill into ${region}`, exact: true }).focus();
  await page.keyboard.press("Enter");
  await cockpit.settled();
  await page.getByRole("button", { name: "All regions" }).focus();
  await page.keyboard.press("Enter");
  await cockpit.settled();
  await expect.poll(() => cockpit.firstMember()).toBe(region);
});
