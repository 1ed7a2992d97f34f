import { expect, it } from "vitest";
import { funnelShapes } from "./funnel";

it("draws every stage to the scale of the widest", () => {
  expect(funnelShapes([400, 100])).toEqual(["0,0 100,0 62.5,10 37.5,10", "37.5,0 62.5,0 62.5,10 37.5,10"]);
});

it("draws nothing for a stage that is not known, and still draws the others", () => {
  expect(funnelShapes([10, null, 5])).toEqual(["0,0 100,0 100,10 0,10", null, "25,0 75,0 75,10 25,10"]);
});

it("keeps a tiny stage visible and a zero one empty", () => {
  expect(funnelShapes([100_000, 1, 0])[1]).toBe("49.5,0 50.5,0 50,10 50,10");
  expect(funnelShapes([0, 0])).toEqual([null, null]);
});

it("never widens towards the bottom of a stage", () => {
  expect(funnelShapes([10, 20])[0]).toBe("25,0 75,0 75,10 25,10");
});
