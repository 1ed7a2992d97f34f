import { expect, it } from "vitest";
import { gaugeArc, gaugePoint } from "./gauge";

it("runs from the left end over the top to the right end", () => {
  expect(gaugePoint(0, 50)).toBe("10 58");
  expect(gaugePoint(0.5, 50)).toBe("60 8");
  expect(gaugePoint(1, 50)).toBe("110 58");
});

it("stays at its end for a value beyond it", () => {
  expect(gaugePoint(1.4, 50)).toBe(gaugePoint(1, 50));
  expect(gaugePoint(-1, 50)).toBe(gaugePoint(0, 50));
});

it("draws a zone between two shares", () => {
  expect(gaugeArc(0, 0.5, 50)).toBe("M10 58A50 50 0 0 1 60 8");
});
