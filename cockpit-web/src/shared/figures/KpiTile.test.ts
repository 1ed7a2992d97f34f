// @vitest-environment jsdom
import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { Reading } from "../../lib/format/reading";
import { renderIn } from "../testing/render-in";
import KpiTile from "./KpiTile.svelte";

const tile = { label: "准时交付率", description: "", unit: "ratio" as const, change: null, trend: [] };

describe("a tile", () => {
  it.each<[string, Reading]>([
    ["0.0%", { kind: "value", value: 0 }],
    ["无数据", { kind: "no-data" }],
    ["未接入", { kind: "not-connected" }],
  ])("says %s for %j, and nothing of the other two", (text, reading) => {
    renderIn("zh-CN", KpiTile, { ...tile, reading });
    const shown = within(screen.getByRole("article", { name: "准时交付率" }));
    expect(shown.getByText(text)).toBeTruthy();
    for (const other of ["0.0%", "无数据", "未接入"].filter((one) => one !== text)) expect(shown.queryByText(other)).toBeNull();
  });

  it("says how the number moved, in words and not by colour alone", () => {
    renderIn("en", KpiTile, { ...tile, reading: { kind: "value", value: 0.8 }, change: { amount: -0.031, isRatio: true, verdict: "bad" } });
    expect(screen.getByText(/-3\.1 pt/)).toBeTruthy();
    expect(screen.getByText("vs prior")).toBeTruthy();
  });

  it("says that there is nothing to compare with, where there is not", () => {
    renderIn("en", KpiTile, { ...tile, reading: { kind: "value", value: 0.8 } });
    expect(screen.getByText("No earlier period to compare with")).toBeTruthy();
  });

  it.each([
    ["met", "✓", "Target met"],
    ["nearly", "!", "Nearly met"],
    ["missed", "✕", "Target missed"],
  ] as const)("says by a sign and in words that its target is %s", (status, sign, words) => {
    renderIn("en", KpiTile, { ...tile, reading: { kind: "value", value: 0.8 }, status });
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(sign).getAttribute("aria-hidden")).toBe("true");
  });

  it("says nothing of a target where it has none", () => {
    renderIn("en", KpiTile, { ...tile, reading: { kind: "value", value: 0.8 } });
    expect(screen.queryByText(/target/i)).toBeNull();
  });

  it("says which days it stands for where only a part of the period is on record", () => {
    renderIn("zh-CN", KpiTile, { ...tile, reading: { kind: "value", value: 0.8, recorded: { first: "2024-03-20", last: "2025-09-05" } } });
    expect(screen.getByText("有记录：2024-03-20 至 2025-09-05").getAttribute("title")).toContain("只有一部分有记录");
  });

  it("names its scope where it speaks about more than was chosen", () => {
    renderIn("en", KpiTile, { ...tile, reading: { kind: "value", value: 0.8 }, scope: "Whole company" });
    expect(screen.getByText("Whole company")).toBeTruthy();
  });
});
