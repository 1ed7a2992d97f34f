// Answers one JSON request a line with what graphql-js does: {"print": text} | {"syntax": text} | {"printSchema": sdl} | {"introspect": sdl, "query": text}
// | {"validate": sdl, "document": text} | {"sdlErrors": text} | {"isSchema": sdl} | {"before": sdl, "after": sdl} | {"coordinate": text, "sdl": sdl}
// | {"run": sdl, "document": text, "variables": object} | {"parts": sdl, "document": text, "variables": object}, which graphql-js 17 answers.
import { createInterface } from "node:readline";
import * as reference from "graphql";
import {
  GraphQLError, buildASTSchema, buildSchema, execute, findBreakingChanges, findDangerousChanges, graphqlSync, parse, print, printSchema, resolveSchemaCoordinate, validate,
  validateSchema,
} from "graphql";
import { validateSDL } from "graphql/validation/validate.js";
import { runInParts } from "./parts.mjs";
import { pureSchemaOf } from "./pure.mjs";

const schemas = new Map();

function schemaOf(sdl) {
  if (!schemas.has(sdl)) schemas.set(sdl, buildSchema(sdl));
  return schemas.get(sdl);
}

function answer(request) {
  if ("print" in request) return print(parse(request.print));
  if ("printSchema" in request) return printSchema(buildSchema(request.printSchema));
  if ("introspect" in request) return JSON.stringify(graphqlSync({ schema: buildSchema(request.introspect), source: request.query }));
  if ("run" in request) return run(pureSchemaOf(reference, request.run), request.document, request.variables);
  if ("parts" in request) return runInParts(request.parts, request.document, request.variables);
  if ("syntax" in request) return syntaxOf(request.syntax);
  if ("sdlErrors" in request) return errorsOf(() => validateSDL(parse(request.sdlErrors)));
  if ("isSchema" in request) return String(isSchema(request.isSchema));
  if ("before" in request) return JSON.stringify(changes(schemaOf(request.before), schemaOf(request.after)));
  if ("coordinate" in request) return resolved(schemaOf(request.sdl), request.coordinate);
  return errorsOf(() => validate(schemaOf(request.validate), parse(request.document), undefined, { maxErrors: 1000 }));
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

// The document printed, or where and why it is none.
function syntaxOf(source) {
  try {
    return print(parse(source));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return `${error.message} ${error.locations.map(({ line, column }) => `${line}:${column}`).join()}`;
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
    console.log(JSON.stringify({ ok: (await answer(JSON.parse(line))).toWellFormed() }));
  } catch (error) {
    console.log(JSON.stringify({ error: error.message }));
  }
}
