import { expect, it } from "vitest";
import { trendScale } from "./trend";

it("starts at zero and ends at a round number above the highest value", () => {
  expect(trendScale([37, 94])).toEqual({ low: 0, high: 100, base: 0, ticks: [0, 25, 50, 75, 100] });
});

it("holds values below zero", () => {
  const { low, high, ticks } = trendScale([-30, 60]);
  expect(low).toBeLessThanOrEqual(-30);
  expect(high).toBeGreaterThanOrEqual(60);
  expect(ticks).toContain(0);
});

it("has an axis even where nothing or only zero is known", () => {
  for (const values of [[], [null], [0, 0]]) {
    const { low, high } = trendScale(values);
    expect(high).toBeGreaterThan(low);
  }
});

it.each([0.0001, 0.34, 1, 99, 1234, 8.6e9])("covers %d with at most six lines", (highest) => {
  const { high, ticks } = trendScale([highest]);
  expect(high).toBeGreaterThanOrEqual(highest);
  expect(ticks.length).toBeLessThanOrEqual(6);
});
