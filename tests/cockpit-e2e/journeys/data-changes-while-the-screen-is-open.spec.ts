import { expect, test, type Page } from "@playwright/test";
import { serveCompany, type Company } from "../support/company";

let company: Company;

test.beforeAll(async () => {
  company = await serveCompany(0.01, [], [["plan", "revenue"]]);
});

test.afterAll(async () => {
  await company.close();
});

test("a commit reaches every open screen, and nothing is asked before it", async ({ browser }) => {
  const screens = await Promise.all([0, 1].map(async () => await browser.newPage({ baseURL: company.url })));
  const asked = screens.map(figuresAsked);
  await Promise.all(screens.map(async (page) => await page.goto("/")));
  for (const page of screens) await expect(page.getByRole("main")).toContainText("Revenue");
  await expect.poll(() => asked.map((count) => count())).toEqual([1, 1]);
  await screens[0]?.waitForTimeout(1500);
  expect(asked.map((count) => count())).toEqual([1, 1]);

  const committed = await screens[0]?.request.post("/graphql", {
    data: { query: 'mutation { overrideForecast(measure: "revenue", period: "2026-12-01", value: 1000000, reason: "a large order is near") { __typename } }' },
  });
  expect(((await committed?.json()) as { errors?: unknown }).errors).toBeUndefined();
  await expect.poll(() => asked.map((count) => count())).toEqual([2, 2]);
  for (const page of screens) await expect(page.getByRole("main")).toContainText("Revenue");
});

/** Counts the questions for the figures of the screen. */
function figuresAsked(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (new URL(request.url()).searchParams.get("operationName") === "Ceo") count += 1;
  });
  return () => count;
}
