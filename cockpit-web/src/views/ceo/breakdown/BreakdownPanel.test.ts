// @vitest-environment jsdom
import { screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { changeOf } from "../../../lib/format/change";
import type { Measure } from "../../../lib/format/measure";
import { readingOf } from "../../../lib/format/reading";
import { renderIn } from "../../../shared/testing/render-in";
import type { BreakdownRow } from "./breakdown-rows";
import BreakdownPanel from "./BreakdownPanel.svelte";

const discount: Measure = { name: "discountRate", label: "Discount rate", description: "", unit: "ratio", good: "down" };

it("drills into the row that was chosen", async () => {
  const ondrill = vi.fn();
  renderIn("en", BreakdownPanel, { rows: { kind: "value", value: [row("South", 0.1, 0.2)] }, overspend: null, level: "Region", ondrill });
  await userEvent.click(screen.getByRole("button", { name: "Drill into South" }));
  expect(ondrill).toHaveBeenCalledWith("South");
});

it("offers no way down from an unknown member, nor at the last level", () => {
  renderIn("en", BreakdownPanel, {
    rows: { kind: "value", value: [row(null, 0.1, 0.1)] },
    overspend: null,
    level: "Region",
    ondrill: vi.fn(),
  });
  renderIn("en", BreakdownPanel, {
    rows: { kind: "value", value: [row("Acme", 0.1, 0.1)] },
    overspend: null,
    level: "Customer",
    ondrill: null,
  });
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByRole("rowheader", { name: "Unknown" })).toBeTruthy();
});

it("names the row that moved for the worse and the team that overspends", () => {
  const overspend = { team: "East 2", amount: 1_200_000, shareOfPlan: 1.25 };
  renderIn("en", BreakdownPanel, { rows: { kind: "value", value: [row("South", 0.1, 0.14)] }, overspend, level: "Region", ondrill: null });
  const panel = within(screen.getByRole("region", { name: "Where the result comes from" }));
  expect(panel.getByText("Discount rate +4.0 pt")).toBeTruthy();
  expect(panel.getByText("East 2")).toBeTruthy();
  expect(panel.getByText("¥1.2M over plan (+25.0%)")).toBeTruthy();
});

it("says that nothing was sold, rather than showing an empty table", () => {
  renderIn("zh-CN", BreakdownPanel, { rows: { kind: "no-data" }, overspend: null, level: "区域", ondrill: null });
  expect(screen.getByText("所选期间和范围内没有销售。")).toBeTruthy();
  expect(screen.queryByRole("table")).toBeNull();
});

function row(member: string | null, before: number, now: number): BreakdownRow {
  const change = changeOf(readingOf(now), readingOf(before), discount.unit, discount.good);
  return { member, marginLost: 1, cells: [{ measure: discount, reading: readingOf(now), change }] };
}
