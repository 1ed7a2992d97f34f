// Answers one JSON request a line with what graphql-js does: {"print": text} | {"printSchema": sdl} | {"introspect": sdl, "query": text} | {"validate": sdl, "document": text}.
import { createInterface } from "node:readline";
import { GraphQLError, buildSchema, graphqlSync, parse, print, printSchema, validate } from "graphql";

const schemas = new Map();

function schemaOf(sdl) {
  if (!schemas.has(sdl)) schemas.set(sdl, buildSchema(sdl));
  return schemas.get(sdl);
}

function answer(request) {
  if ("print" in request) return print(parse(request.print));
  if ("printSchema" in request) return printSchema(buildSchema(request.printSchema));
  if ("introspect" in request) return JSON.stringify(graphqlSync({ schema: buildSchema(request.introspect), source: request.query }));
  try {
    const errors = validate(schemaOf(request.validate), parse(request.document), undefined, { maxErrors: 1000 });
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
