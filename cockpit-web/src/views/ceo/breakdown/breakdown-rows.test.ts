import { describe, expect, it } from "vitest";
import { changeOf } from "../../../lib/format/change";
import type { Measure } from "../../../lib/format/measure";
import { readingOf } from "../../../lib/format/reading";
import { barLengths, findingOf, type BreakdownRow } from "./breakdown-rows";

const revenue: Measure = { name: "revenue", label: "Revenue", description: "", unit: "money", good: "up" };
const marginRate: Measure = { name: "grossMarginRate", label: "Margin", description: "", unit: "ratio", good: "up" };
const discountRate: Measure = { name: "discountRate", label: "Discount", description: "", unit: "ratio", good: "down" };

describe("the finding", () => {
  it("names the member that lost most money, with its worst rate first", () => {
    const finding = findingOf([
      row("A", { lost: 10, margin: [0.3, 0.29], discount: [0.1, 0.1] }),
      row("B", { lost: 90, margin: [0.3, 0.27], discount: [0.1, 0.16] }),
      row("C", { lost: -50, margin: [0.3, 0.1], discount: [0.1, 0.1] }),
    ]);
    expect(finding?.member).toBe("B");
    expect(finding?.moves.map((move) => move.measure.name)).toEqual(["discountRate", "grossMarginRate"]);
  });

  it("passes over a member that lost only because it sold less", () => {
    expect(findingOf([row("A", { lost: 500, margin: [0.3, 0.3], discount: [0.1, 0.1] })])).toBeNull();
  });

  it("is absent where nothing can be compared", () => {
    expect(findingOf([row("A", { lost: null, margin: [null, 0.2], discount: [null, 0.2] })])).toBeNull();
    expect(findingOf([])).toBeNull();
  });

  it("never names sales whose member is not known", () => {
    expect(findingOf([row(null, { lost: 90, margin: [0.3, 0.2], discount: [0.1, 0.3] })])).toBeNull();
  });
});

describe("the bars", () => {
  it("are as long as their share of the longest, and empty for what is missing or negative", () => {
    const rows = [200, 50, null, -20].map((value) => ({
      ...row("x", { lost: 0, margin: [0, 0], discount: [0, 0] }),
      cells: [cell(revenue, null, value)],
    }));
    expect(barLengths(rows)).toEqual([1, 0.25, 0, 0]);
  });
});

type Pair = readonly [before: number | null, now: number | null];

function row(member: string | null, facts: { lost: number | null; margin: Pair; discount: Pair }): BreakdownRow {
  return {
    member,
    marginLost: facts.lost,
    cells: [cell(revenue, 1, 1), cell(marginRate, ...facts.margin), cell(discountRate, ...facts.discount)],
  };
}

function cell(measure: Measure, before: number | null, now: number | null): BreakdownRow["cells"][number] {
  return { measure, reading: readingOf(now), change: changeOf(readingOf(now), readingOf(before), measure.unit, measure.good) };
}
