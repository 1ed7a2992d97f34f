// Answers one JSON request a line with what graphql-js does: {"print": text} | {"printSchema": sdl} | {"introspect": sdl, "query": text} | {"validate": sdl, "document": text}.
import { createInterface } from "node:readline";
import { buildSchema, graphqlSync, parse, print, printSchema, validate } from "graphql";

function answer(request) {
  if ("print" in request) return print(parse(request.print));
  if ("printSchema" in request) return printSchema(buildSchema(request.printSchema));
  if ("introspect" in request) return JSON.stringify(graphqlSync({ schema: buildSchema(request.introspect), source: request.query }));
  const errors = validate(buildSchema(request.validate), parse(request.document));
  return JSON.stringify(errors.map((error) => ({ message: error.message, locations: error.locations })));
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify({ ok: answer(JSON.parse(line)) }));
  } catch (error) {
    console.log(JSON.stringify({ error: error.message }));
  }
}
