import { expect, it } from "vitest";
import { loadScale, loadTone } from "./load-bars";

it.each([
  [null, "calm"],
  [0, "calm"],
  [0.8999, "calm"],
  [0.9, "warn"],
  [1, "warn"],
  [1.0001, "bad"],
] as const)("a load of %s is %s", (load, tone) => {
  expect(loadTone(load)).toBe(tone);
});

it("always leaves room to see full load", () => {
  expect(loadScale([0.2, null])).toBe(1.1);
  expect(loadScale([1.6, 0.4])).toBe(1.6);
  expect(loadScale([])).toBe(1.1);
});
