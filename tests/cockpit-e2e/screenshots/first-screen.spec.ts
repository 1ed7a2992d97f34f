import { journey } from "../support/journey";

for (const lang of ["en", "zh-CN"]) {
  journey(`The first screen in ${lang}`, async ({ cockpit, page }) => {
    await cockpit.open({ lang });
    await page.screenshot({ path: `../../docs/screen-${lang}.png`, animations: "disabled" });
  });
}
