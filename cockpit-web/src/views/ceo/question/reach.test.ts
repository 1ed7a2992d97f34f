import { buildSchema, isInputObjectType } from "graphql";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drillLevels } from "../../../lib/url-state/filters";
import { filterOf, reach, widerScope, type Subject } from "./reach";

const schema = buildSchema(readFileSync("../api/Schema/schema.graphql", "utf8"));
const subjects = Object.keys(reach) as Subject[];
const path = { region: "华东", productLine: "电动", customer: "甲" };

describe("what a subject can be cut by", () => {
  it.each(subjects)("is what the schema lets %s be filtered by", (subject) => {
    const type = schema.getType(`${subject.charAt(0).toUpperCase()}${subject.slice(1)}Filter`);
    const fields = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
    expect(reach[subject]).toEqual(drillLevels.filter((level) => fields.includes(level)));
  });
});

describe("the filter of a subject", () => {
  it("holds a condition for each chosen level that the subject knows", () => {
    expect(filterOf("sales", path)).toEqual({ region: { eq: "华东" }, productLine: { eq: "电动" }, customer: { eq: "甲" } });
    expect(filterOf("quota", path)).toEqual({ region: { eq: "华东" } });
  });

  it("is absent where nothing is chosen that it knows", () => {
    expect(filterOf("capacity", path)).toBeNull();
    expect(filterOf("sales", {})).toBeNull();
  });
});

describe("a wider scope", () => {
  it("is named by what is left of the path", () => {
    expect(widerScope("customerHealth", path, "all")).toBe("华东 · 甲");
    expect(widerScope("capacity", path, "all")).toBe("all");
  });

  it("is absent where the subject follows the path to its end", () => {
    expect(widerScope("sales", path, "all")).toBeNull();
    expect(widerScope("quota", { region: "华东" }, "all")).toBeNull();
    expect(widerScope("capacity", {}, "all")).toBeNull();
  });
});
