import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

/** Where the development server sends GraphQL; a built cockpit is served by that host itself. */
const host = process.env["PRODSALES_HOST"] ?? "http://127.0.0.1:5080";

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  build: {
    target: "es2022",
    sourcemap: false,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    rolldownOptions: { input: { index: "index.html", graphiql: "graphiql.html" } },
  },
  server: { host: "127.0.0.1", proxy: { "/graphql": host } },
  test: { environment: "node", testTimeout: 30_000, include: ["src/**/*.test.ts"], restoreMocks: true },
});
