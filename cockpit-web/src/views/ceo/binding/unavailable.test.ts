import { expect, it } from "vitest";
import { obstaclesIn } from "./unavailable";

it("knows why the server gives no value of a measure, by root field and name", () => {
  const indivisible = { path: ["leadToCash", "total"], measure: "leads", code: "dimension-not-reached", dimension: "customer" };
  const unconnected = { path: ["leadToCash", "total"], measure: "receivedAmount", code: "not-connected", source: "fact_receipt" };
  const obstacleOf = obstaclesIn({ unavailable: [indivisible, unconnected] });
  expect(obstacleOf("leadToCash", "leads")).toBe("indivisible");
  expect(obstacleOf("leadToCash", "receivedAmount")).toBe("not-connected");
  expect(obstacleOf("leadToCash", "orders")).toBeNull();
  expect(obstacleOf("sales", "leads")).toBeNull();
});

it.each([
  { path: ["surveys", "total"], measure: "csat", code: "no-data" },
  { path: ["surveys", "overTime"], measure: "csat", code: "sample-too-small", minimum: 5, cells: [{ row: [2], sample: 3 }] },
  { path: ["surveys", "total"], measure: "csat", code: "no-counterpart", comparison: "SAME_WORKDAYS_LAST_YEAR" },
])("sees no obstacle for a whole measure in what a few values lack: %j", (note) => {
  expect(obstaclesIn({ unavailable: [note] })("surveys", "csat")).toBeNull();
});

it.each([{}, { unavailable: null }, { unavailable: [null, {}, { path: "leadToCash", measure: 1 }] }])(
  "passes over what it cannot read: %j",
  (extensions) => {
    expect(obstaclesIn(extensions)("leadToCash", "leads")).toBeNull();
  },
);
