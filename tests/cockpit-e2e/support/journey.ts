import { test as base, expect } from "@playwright/test";
import { Screen } from "./screen";
import { Warehouse } from "./warehouse";

/** A journey through the cockpit of the small company. */
export const journey = base.extend<{ cockpit: Screen }, { warehouse: Warehouse }>({
  baseURL: async ({}, use) => {
    await use(given("COCKPIT_URL"));
  },
  cockpit: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await use(new Screen(page));
    expect(complaints, "the page must not complain").toEqual([]);
  },
  warehouse: [
    async ({}, use) => {
      const warehouse = await Warehouse.open(given("COCKPIT_WAREHOUSE"));
      await use(warehouse);
      warehouse.close();
    },
    { scope: "worker" },
  ],
});

export { expect };

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is set by the global set-up, which has not run`);
  return value;
}
