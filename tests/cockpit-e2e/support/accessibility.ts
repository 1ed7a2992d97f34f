import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What WCAG 2.2 AA finds wrong with the page, each with the element it is about; empty is right. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axePath, "utf8"));
  const options: RunOptions = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
  const results = await page.evaluate(async (asked) => {
    const { axe } = globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } };
    return await axe.run(asked);
  }, options);
  return results.violations.flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.target.join(" ")} (${fault.help})`));
}
