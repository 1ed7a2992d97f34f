import { describe, expect, it } from "vitest";
import { drillInto, drillUpTo, openLevel, readFilters, writeFilters, type Filters } from "./filters";

describe("filters in a link", () => {
  it.each<Filters>([
    { period: null, drill: {} },
    { period: { kind: "year", year: 2025 }, drill: { region: "华东" } },
    { period: { kind: "quarter", year: 2025, quarter: 2 }, drill: { region: "华东", productLine: "电动叉车 3t" } },
    { period: { kind: "month", year: 2025, month: 6 }, drill: { region: "A&B=C", productLine: "50% + more", customer: "#1 ?/\\" } },
  ])("restores exactly the filters it was made from: %j", (filters) => {
    expect(readFilters(writeFilters(filters))).toEqual(filters);
  });

  it("leaves out what cannot be read", () => {
    expect(readFilters("?period=yesterday&region=&colour=red")).toEqual({ period: null, drill: {} });
  });

  it("keeps a path that skips a level, and goes up and down from there", () => {
    const { drill } = readFilters("?region=South&customer=Acme");
    expect(drill).toEqual({ region: "South", customer: "Acme" });
    expect(openLevel(drill)).toBe("productLine");
    expect(drillUpTo(drill, 1)).toEqual({ region: "South" });
    expect(drillUpTo(drill, 2)).toEqual(drill);
  });

  it("keeps parameters of others", () => {
    expect(writeFilters({ period: null, drill: { region: "华东" } }, "?lang=en&region=x")).toBe(
      `?lang=en&region=${encodeURIComponent("华东")}`,
    );
  });
});

describe("drilling", () => {
  it("goes from region to product line to customer and then stays", () => {
    const path = ["华东", "电动", "甲公司"].reduce(drillInto, {});
    expect(path).toEqual({ region: "华东", productLine: "电动", customer: "甲公司" });
    expect(drillInto(path, "乙公司")).toEqual(path);
    expect(openLevel(path)).toBeNull();
  });

  it("goes back up to any level", () => {
    const path = { region: "华东", productLine: "电动", customer: "甲公司" };
    expect(drillUpTo(path, 0)).toEqual({});
    expect(drillUpTo(path, 1)).toEqual({ region: "华东" });
    expect(openLevel(drillUpTo(path, 1))).toBe("productLine");
  });
});
