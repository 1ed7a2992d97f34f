import { expect, it } from "vitest";
import { unavailableIn } from "./unavailable";

it("knows the measures that the server could not cut, by root field and name", () => {
  const note = { path: ["leadToCash", "total"], measure: "leads", code: "fact-lacks-dimension", dimension: "customer" };
  const isUnavailable = unavailableIn({ unavailable: [note] });
  expect(isUnavailable("leadToCash", "leads")).toBe(true);
  expect(isUnavailable("leadToCash", "orders")).toBe(false);
  expect(isUnavailable("sales", "leads")).toBe(false);
});

it.each([{}, { unavailable: null }, { unavailable: [null, {}, { path: "leadToCash", measure: 1 }] }])(
  "passes over what it cannot read: %j",
  (extensions) => {
    expect(unavailableIn(extensions)("leadToCash", "leads")).toBe(false);
  },
);
