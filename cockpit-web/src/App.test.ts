// @vitest-environment jsdom
import { configure, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import App from "./App.svelte";

configure({ asyncUtilTimeout: 10_000 });
const user = userEvent.setup();
let server: Server;
let answers: Record<string, (variables: Record<string, unknown>) => { status?: number; body: unknown }>;

beforeEach(async () => {
  answers = { Start: () => ({ body: { data: start } }), Ceo: (variables) => ({ body: { data: { sales: salesOf(variables) } } }) };
  server = createServer((incoming, outgoing) => {
    const asked = new URL(incoming.url ?? "", "http://localhost").searchParams;
    const variables = JSON.parse(asked.get("variables") ?? "{}") as Record<string, unknown>;
    const { status = 200, body } = answers[asked.get("operationName") ?? ""]?.(variables) ?? { status: 404, body: {} };
    outgoing.writeHead(status).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const real = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    real(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { ...init, signal: null }),
  );
  localStorage.clear();
  window.history.replaceState(null, "", "/?lang=en");
});

afterEach(() => {
  server.close();
  vi.unstubAllGlobals();
});

describe("the first screen", () => {
  it("opens with the year of the last day of data", async () => {
    render(App);
    expect(await screen.findByText("¥26")).toBeTruthy();
    expect(screen.getByText("Data until Oct 31, 2026")).toBeTruthy();
  });

  it("asks anew after a click on a region, and goes back with the back button", async () => {
    render(App);
    await user.click(await screen.findByRole("button", { name: "Drill into South" }));
    expect(await screen.findByText("¥7")).toBeTruthy();
    expect(window.location.search).toContain("region=South");
    window.history.back();
    expect(await screen.findByText("¥26")).toBeTruthy();
  });

  it("speaks the other language without leaving the place, and remembers it", async () => {
    window.history.replaceState(null, "", "/?lang=en&region=South");
    render(App);
    await user.click(await screen.findByRole("button", { name: "中文" }));
    expect(await screen.findByText("产 · 销 · 客一体")).toBeTruthy();
    expect(document.documentElement.lang).toBe("zh-CN");
    expect(window.location.search).toContain("region=South");
    expect(localStorage.getItem("cockpit-language")).toBe("zh-CN");
  });
});

describe("a failure", () => {
  it("is told with the server's words, and trying again helps once the server answers", async () => {
    const sound = answers["Ceo"];
    answers["Ceo"] = () => ({ status: 503, body: { errors: [{ message: "busy" }] } });
    render(App);
    expect((await screen.findByRole("alert")).textContent).toContain("busy");
    if (sound) answers["Ceo"] = sound;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("¥26")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

it("A path without a view leads back to the cockpit", () => {
  window.history.replaceState(null, "", "/nowhere?lang=en");
  render(App);
  expect(screen.getByRole("link", { name: "To the cockpit" }).getAttribute("href")).toBe("/");
});

const start = {
  measures: [{ subject: "sales", name: "revenue", label: "Revenue", description: "", unit: "MONEY", good: "UP" }],
  currency: "CNY",
  regions: [{ name: "South" }],
  sales: { lastDate: "2026-10-31" },
};

/** Revenue is the year asked for, without its century, or 7 where a region is chosen, so that each answer can be told by its number. */
function salesOf({ period, sales }: Record<string, unknown>): object {
  const year = Number((period as { from: string }).from.slice(0, 4));
  const region = (sales as { region?: { eq: string } } | null)?.region?.eq;
  return { isConnected: true, total: { revenue: region ? 7 : year % 100 }, byRegion: region ? null : [{ member: "South", revenue: 1 }] };
}
