import type { Page } from "@playwright/test";
import { expect, journey } from "../support/journey";
import type { Warehouse } from "../support/warehouse";

const pseudo = { lang: "qps-ploc" };

journey(
  "Every text of the screen is of a dictionary or of the semantic model, but for figures, signs, days and names of members",
  async ({ cockpit, page, warehouse }) => {
    const members = await namesOf(warehouse);
    await cockpit.open(pseudo);
    expect(unmarked(await textsOf(page), members)).toEqual([]);
    for (const button of await page.getByRole("button", { name: /Show as table/ }).all()) await button.click();
    expect(unmarked(await textsOf(page), members)).toEqual([]);
    await cockpit.open({ ...pseudo, period: "2001-01-01..2001-02-01" });
    expect(unmarked(await textsOf(page), members)).toEqual([]);
  },
);

for (const width of [1280, 390]) {
  journey(`At ${width} pixels texts that are two fifths longer have room`, async ({ cockpit, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await cockpit.open(pseudo);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await cutTexts(page)).toEqual([]);
  });
}

/** Texts that are seen or read out: text nodes, names and tooltips. */
async function textsOf(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node.textContent ?? "");
    for (const element of document.body.querySelectorAll("*")) {
      for (const name of ["aria-label", "title", "alt", "placeholder"]) texts.push(element.getAttribute(name) ?? "");
    }
    return texts;
  });
}

function unmarked(texts: readonly string[], members: ReadonlySet<string>): string[] {
  const days = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/g;
  const figure = /^[\d\s¥.,%+\-–/:KMBT✓!✕]*$/;
  return texts
    .map((text) =>
      text
        .replace(/⟦[^⟦⟧]*⟧/g, "")
        .replace(/⟦[^⟦⟧]*⟧/g, "")
        .trim(),
    )
    .filter((text) => !members.has(text) && !figure.test(text.replace(days, "")));
}

/** Everything whose name comes from data, and the languages, each named in itself. */
async function namesOf(warehouse: Warehouse): Promise<Set<string>> {
  const rows =
    await warehouse.rows(`SELECT region AS name FROM dim_region UNION SELECT name FROM dim_customer UNION SELECT product_line FROM dim_product
    UNION SELECT production_line FROM dim_work_centre UNION SELECT name FROM dim_organisation UNION SELECT name FROM dim_stage`);
  return new Set([...rows.map((row) => String(row["name"])), "中文", "English"]);
}

/** Texts of dictionaries that do not fit into their box, whether it cuts them off or lets them run over their neighbours. */
async function cutTexts(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>("*")]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.includes("⟦")))
      .filter((element) => element instanceof HTMLElement && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent.trim().slice(0, 60)}`),
  );
}
