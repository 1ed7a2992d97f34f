import { describe, expect, it } from "vitest";
import type { Period } from "../../../lib/url-state/period";
import { variablesOf } from "./variables";

const year: Period = { kind: "year", year: 2026 };

describe("the days asked for", () => {
  it("end with the last day of data, so that a year under way is compared with the same days of the year before", () => {
    const { period, compare } = variablesOf({ period: year, drill: {}, lastDay: "2026-10-31" });
    expect(period).toEqual({ from: "2026-01-01", to: "2026-10-31" });
    expect(compare).toBe("SAME_PERIOD_LAST_YEAR");
  });

  it("are the whole period where the data reaches beyond it, or begins after it", () => {
    for (const lastDay of ["2027-01-01", "2026-12-31", "2025-03-01", null]) {
      expect(variablesOf({ period: year, drill: {}, lastDay }).period.to).toBe("2026-12-31");
    }
  });

  it("of a month or quarter are compared with the one before", () => {
    expect(variablesOf({ period: { kind: "month", year: 2026, month: 3 }, drill: {}, lastDay: null }).compare).toBe("PREVIOUS_PERIOD");
  });
});

describe("the months of the trends", () => {
  it("are twelve up to the end of a shorter period", () => {
    const { recent } = variablesOf({ period: { kind: "month", year: 2026, month: 3 }, drill: {}, lastDay: null });
    expect(recent).toEqual({ from: "2025-04-01", to: "2026-03-31" });
  });

  it("are those of the period where it is longer", () => {
    const period: Period = { kind: "custom", from: "2023-02-10", to: "2026-03-31" };
    expect(variablesOf({ period, drill: {}, lastDay: null }).recent).toEqual({ from: "2023-02-10", to: "2026-03-31" });
  });
});

describe("the breakdown asked for", () => {
  it.each([
    [{}, "byRegion"],
    [{ region: "华东" }, "byProductLine"],
    [{ region: "华东", productLine: "电动" }, "byCustomer"],
    [{ region: "华东", productLine: "电动", customer: "甲" }, "byCustomer"],
    [{ region: "华东", customer: "甲" }, "byProductLine"],
  ] as const)("of %j is %s and no other", (drill, level) => {
    const { byRegion, byProductLine, byCustomer } = variablesOf({ period: year, drill, lastDay: null });
    const asked = Object.entries({ byRegion, byProductLine, byCustomer }).flatMap(([name, isAsked]) => (isAsked ? [name] : []));
    expect(asked).toEqual([level]);
  });
});
