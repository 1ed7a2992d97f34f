// Answers one JSON request a line with what graphql-js does: {"print": text} | {"printSchema": sdl} | {"introspect": sdl, "query": text}
// | {"validate": sdl, "document": text} | {"sdlErrors": text} | {"isSchema": sdl} | {"before": sdl, "after": sdl} | {"coordinate": text, "sdl": sdl}
// | {"run": sdl, "document": text, "variables": object}.
import { createInterface } from "node:readline";
import {
  GraphQLError, buildASTSchema, buildSchema, execute, findBreakingChanges, findDangerousChanges, getNullableType, graphqlSync, isAbstractType, isEnumType, isListType,
  isObjectType, isScalarType, parse, print, printSchema, resolveSchemaCoordinate, validate, validateSchema,
} from "graphql";
import { validateSDL } from "graphql/validation/validate.js";

const schemas = new Map();

function schemaOf(sdl) {
  if (!schemas.has(sdl)) schemas.set(sdl, buildSchema(sdl));
  return schemas.get(sdl);
}

function answer(request) {
  if ("print" in request) return print(parse(request.print));
  if ("printSchema" in request) return printSchema(buildSchema(request.printSchema));
  if ("introspect" in request) return JSON.stringify(graphqlSync({ schema: buildSchema(request.introspect), source: request.query }));
  if ("run" in request) return run(pureSchemaOf(request.run), request.document, request.variables);
  if ("sdlErrors" in request) return errorsOf(() => validateSDL(parse(request.sdlErrors)));
  if ("isSchema" in request) return String(isSchema(request.isSchema));
  if ("before" in request) return JSON.stringify(changes(schemaOf(request.before), schemaOf(request.after)));
  if ("coordinate" in request) return resolved(schemaOf(request.sdl), request.coordinate);
  return errorsOf(() => validate(schemaOf(request.validate), parse(request.document), undefined, { maxErrors: 1000 }));
}

// A schema whose resolvers follow from the field, its arguments and the depth alone: the twin of PureResolver.cs.
const pureSchemas = new Map();

function pureSchemaOf(sdl) {
  if (!pureSchemas.has(sdl)) {
    const schema = buildSchema(sdl);
    for (const type of Object.values(schema.getTypeMap())) {
      if (isAbstractType(type)) type.resolveType = (node) => node.type;
      if (!isObjectType(type) || type.name.startsWith("__")) continue;
      for (const field of Object.values(type.getFields()))
        field.resolve = (node, given) => {
          const depth = node?.depth ?? 0;
          const hash = hashOf(`${type.name}.${field.name}(${written(given)})@${depth}`);
          if (hash % 13 === 0) throw new Error("failed");
          return valueOf(schema, field.type, hash, depth);
        };
    }
    pureSchemas.set(sdl, schema);
  }
  return pureSchemas.get(sdl);
}

function valueOf(schema, type, hash, depth) {
  if (hash % 7 === 0) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) return Array.from({ length: hash % 4 }, (_, index) => valueOf(schema, nullable.ofType, hashOf(`${hash}/${index}`), depth));
  if (isEnumType(nullable)) return nullable.getValues()[hash % nullable.getValues().length].name;
  if (isScalarType(nullable)) return { Int: (hash % 1000) - 500, Float: (hash % 1000) / 4, Boolean: hash % 2 === 0 }[nullable.name] ?? `s${hash % 100}`;
  const possible = isAbstractType(nullable) ? schema.getPossibleTypes(nullable).map(({ name }) => name).sort() : [nullable.name];
  return { type: possible[hash % possible.length], depth: depth + 1 };
}

function written(value) {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return `[${value.map((item) => `${written(item)},`).join("")}]`;
  if (typeof value === "object") return `{${Object.keys(value).sort().map((name) => `${name}:${written(value[name])},`).join("")}}`;
  return typeof value === "string" ? `"${value}"` : String(value);
}

function hashOf(text) {
  let hash = 2166136261;
  for (const byte of Buffer.from(text, "utf8")) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash;
}

function run(schema, source, variableValues) {
  try {
    const document = parse(source);
    const errors = validate(schema, document, undefined, { maxErrors: 1000 });
    return JSON.stringify(errors.length > 0 ? { errors } : execute({ schema, document, variableValues }));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return JSON.stringify({ errors: [error] });
  }
}

function isSchema(sdl) {
  try {
    const document = parse(sdl);
    return validateSDL(document).length === 0 && validateSchema(buildASTSchema(document, { assumeValidSDL: true })).length === 0;
  } catch {
    return false;
  }
}

function changes(before, after) {
  const told = (impact, found) => found.map(({ type, description }) => `${impact} ${type} ${description}`);
  return [...told("Breaking", findBreakingChanges(before, after)), ...told("Dangerous", findDangerousChanges(before, after))];
}

// The kind and name of the element; "none" where the schema has none of that name, "refused" where the text is no coordinate of this schema.
function resolved(schema, coordinate) {
  try {
    const found = resolveSchemaCoordinate(schema, coordinate);
    if (!found) return "none";
    const element = found.fieldArgument ?? found.directiveArgument ?? found.enumValue ?? found.inputField ?? found.field ?? found.directive ?? found.type;
    return `${found.kind} ${element.name}`;
  } catch {
    return "refused";
  }
}

function errorsOf(check) {
  try {
    const errors = check();
    return JSON.stringify(errors.map(({ message, locations }) => ({ message, locations })));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return JSON.stringify([{ message: error.message, locations: error.locations }]);
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify({ ok: answer(JSON.parse(line)) }));
  } catch (error) {
    console.log(JSON.stringify({ error: error.message }));
  }
}
