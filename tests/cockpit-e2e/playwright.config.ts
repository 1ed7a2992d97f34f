import { defineConfig } from "@playwright/test";
import { chromium } from "./support/browser";

export default defineConfig({
  testDir: "journeys",
  globalSetup: "./support/start-company.ts",
  outputDir: "../../artifacts/test-results/cockpit-e2e",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: { ...chromium, viewport: { width: 1440, height: 900 }, locale: "en-GB", timezoneId: "Asia/Shanghai" },
});
