import { expect, it } from "vitest";
import { recordedIn } from "./recorded";

it("knows which days a measure stands for, by root field and name", () => {
  const note = { path: ["sales"], measure: "revenue", firstDate: "2024-03-20", lastDate: "2025-09-05" };
  const recordedOf = recordedIn({ recordedInPart: [note, { path: ["sales"], measure: "discountRate" }, null] });
  expect(recordedOf("sales", "revenue")).toEqual({ first: "2024-03-20", last: "2025-09-05" });
  expect(recordedOf("sales", "discountRate")).toBeUndefined();
  expect(recordedOf("salesByMonth", "revenue")).toBeUndefined();
  expect(recordedIn({})("sales", "revenue")).toBeUndefined();
});
