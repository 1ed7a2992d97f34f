import { readFileSync } from "node:fs";
import { buildSchema, getOperationAST, getVariableValues, parse, validate } from "graphql";
import { expect, it } from "vitest";
import { examplesIn } from "./examples";

const schema = buildSchema(readFileSync(new URL("../../../api/Schema/schema.graphql", import.meta.url), "utf8"));

it.each(["en", "zh-CN"] as const)("opens in %s with questions that the contract answers", (language) => {
  const examples = examplesIn(language);
  expect(examples).toHaveLength(6);
  for (const { query, variables } of examples) {
    expect(validate(schema, parse(query))).toEqual([]);
    expect(query).toMatch(/^# \S/);
    const operation = getOperationAST(parse(query));
    const given = JSON.parse(variables) as Record<string, unknown>;
    expect(getVariableValues(schema, operation?.variableDefinitions ?? [], given).errors).toBeUndefined();
  }
});
