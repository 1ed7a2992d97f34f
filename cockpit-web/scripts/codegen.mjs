// Makes src/views/*/generated/*.ts from the operations beside the views and the schema of the API.
// With --check nothing is written, and the exit code is 1 when a file is out of date.
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildSchema, Kind, parse, stripIgnoredCharacters } from "graphql";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const schemaText = readFileSync(join(root, "../api/Schema/schema.graphql"), "utf8");
const schema = parse(schemaText);
buildSchema(schemaText);

const scalars = { Date: "string", DateTime: "string", Decimal: "string | number", Long: "number", UUID: "string" };
const config = {
  scalars,
  enumType: "string-literal",
  useTypeImports: true,
  immutableTypes: true,
  skipTypename: true,
  avoidOptionals: false,
};

const stale = [];
for (const file of operationFiles()) {
  const text = readFileSync(join(root, file), "utf8");
  const document = parse(text);
  const target = join(dirname(file), "generated", `${basename(file, ".graphql")}.ts`);
  const types = await codegen({
    filename: target,
    schema,
    documents: [{ location: file, document }],
    plugins: [{ operations: {} }],
    pluginMap: { operations },
    config,
  });
  const made = [header(file), types.trim(), ...constantsOf(document, text)].join("\n\n") + "\n";
  if (process.argv.includes("--check")) {
    if (readOr(join(root, target)) !== made) stale.push(target);
  } else {
    mkdirSync(join(root, dirname(target)), { recursive: true });
    writeFileSync(join(root, target), made);
  }
}
if (stale.length > 0) {
  console.error(`Out of date, run "npm run codegen": ${stale.join(", ")}`);
  process.exitCode = 1;
}

function operationFiles() {
  const files = readdirSync(join(root, "src/views"), { recursive: true });
  return files
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map((file) => join("src/views", file));
}

function header(file) {
  return `// Made from ${basename(file)} by "npm run codegen".\nimport type { Operation } from "../../../lib/graphql/operation";`;
}

function constantsOf(document, text) {
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ name: { value: name }, operation }) => {
      const type = name + operation[0].toUpperCase() + operation.slice(1);
      return `export const ${name}: Operation<${type}, ${type}Variables> = {\n  name: "${name}",\n  text: ${JSON.stringify(stripIgnoredCharacters(text))},\n};`;
    });
}

function readOr(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
