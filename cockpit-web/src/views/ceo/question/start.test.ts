import { expect, it } from "vitest";
import type { StartQuery } from "../generated/start";
import { defaultPeriod, lastDayOf, regionsOf } from "./start";

const nothing: StartQuery = {
  measures: [],
  currency: "CNY",
  regions: [],
  sales: null,
  opportunities: null,
  tickets: null,
  surveys: null,
  capacity: null,
};

it("The last day is the latest on which anything happened", () => {
  const sales = { lastDate: "2026-10-30" };
  expect(lastDayOf({ ...nothing, sales, tickets: { lastDate: "2026-10-31" }, surveys: { lastDate: null } })).toBe("2026-10-31");
  expect(lastDayOf({ ...nothing, sales })).toBe("2026-10-30");
  expect(lastDayOf(nothing)).toBeNull();
});

it("A reader who has chosen no period sees the year of the last day", () => {
  expect(defaultPeriod("2026-10-31")).toEqual({ kind: "year", year: 2026 });
});

it("Regions without a name are not offered", () => {
  expect(regionsOf({ ...nothing, regions: [{ name: "South" }, { name: null }] })).toEqual(["South"]);
});
