// @vitest-environment jsdom
import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Period } from "../../lib/url-state/period";
import { renderIn } from "../testing/render-in";
import Breadcrumb from "./Breadcrumb.svelte";
import LanguageSwitch from "./LanguageSwitch.svelte";
import PeriodPicker from "./PeriodPicker.svelte";
import RegionPicker from "./RegionPicker.svelte";

const user = userEvent.setup();

describe("the breadcrumb", () => {
  it("leads back to every level above, and not to the one on show", async () => {
    const onchoose = vi.fn();
    renderIn("en", Breadcrumb, { drill: { region: "South", customer: "Acme" }, onchoose });
    await user.click(screen.getByRole("button", { name: "South" }));
    await user.click(screen.getByRole("button", { name: "All regions" }));
    expect(onchoose.mock.calls).toEqual([[1], [0]]);
    expect(screen.queryByRole("button", { name: "Acme" })).toBeNull();
  });
});

describe("the period picker", () => {
  it("steps through periods of the chosen length and changes the length", async () => {
    const onchoose = vi.fn<(period: Period) => void>();
    renderIn("en", PeriodPicker, { period: { kind: "quarter", year: 2026, quarter: 1 }, onchoose });
    await user.click(screen.getByRole("button", { name: "Earlier period" }));
    await user.click(screen.getByRole("button", { name: "Later period" }));
    await user.click(screen.getByRole("button", { name: "Month" }));
    expect(onchoose.mock.calls.flat()).toEqual([
      { kind: "quarter", year: 2025, quarter: 4 },
      { kind: "quarter", year: 2026, quarter: 2 },
      { kind: "month", year: 2026, month: 3 },
    ]);
    expect(screen.getByRole("button", { name: "Quarter" }).getAttribute("aria-pressed")).toBe("true");
  });

  it("takes two days of the reader's own, in whichever order", async () => {
    const onchoose = vi.fn<(period: Period) => void>();
    renderIn("en", PeriodPicker, { period: { kind: "custom", from: "2026-02-01", to: "2026-02-28" }, onchoose });
    const from = screen.getByLabelText("From");
    await user.clear(from);
    await user.type(from, "2026-03-15");
    await user.tab();
    expect(onchoose).toHaveBeenLastCalledWith({ kind: "custom", from: "2026-02-28", to: "2026-03-15" });
  });
});

describe("the region picker", () => {
  it("offers every region and the whole company", async () => {
    const onchoose = vi.fn();
    renderIn("zh-CN", RegionPicker, { regions: ["华东", "华南"], region: "华东", onchoose });
    await user.selectOptions(screen.getByLabelText("区域"), "华南");
    await user.selectOptions(screen.getByLabelText("区域"), "全部区域");
    expect(onchoose.mock.calls).toEqual([["华南"], [null]]);
  });

  it("keeps a region of the link that is not in the list", () => {
    renderIn("zh-CN", RegionPicker, { regions: ["华东"], region: "海外", onchoose: vi.fn() });
    expect(screen.getByRole("option", { name: "海外", selected: true })).toBeTruthy();
  });
});

describe("the language switch", () => {
  it("names each language in itself and tells which one is spoken", async () => {
    const onchoose = vi.fn();
    renderIn("en", LanguageSwitch, { onchoose });
    expect(screen.getByRole("button", { name: "English", pressed: true })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "中文" }));
    expect(onchoose).toHaveBeenCalledWith("zh-CN");
  });
});
