import { expect, it } from "vitest";
import { runsOf, sparklineOf } from "./sparkline";

it("puts the highest value at the top and the lowest at the bottom", () => {
  expect(sparklineOf([0, 10, 5])?.lines).toEqual(["M0 22L50 2L100 12"]);
});

it("breaks at a missing value instead of falling to zero", () => {
  expect(sparklineOf([1, null, 3, 4])?.lines).toHaveLength(2);
  expect(runsOf([null, 1, 2, null, null, 3, null])).toEqual([[1, 2], [3]]);
});

it("is absent where one value or none is known", () => {
  expect(sparklineOf([])).toBeNull();
  expect(sparklineOf([null, 4, null])).toBeNull();
});

it("draws a level line for equal values", () => {
  expect(sparklineOf([7, 7])?.lines).toEqual(["M0 22L100 22"]);
});
