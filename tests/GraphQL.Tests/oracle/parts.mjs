// Answers a request in parts by graphql-js 17, whose format of incremental delivery is the one that is served.
import * as graphql from "graphql17";
import { pureSchemaOf } from "./pure.mjs";

export async function runInParts(sdl, source, variableValues) {
  try {
    const schema = pureSchemaOf(graphql, sdl);
    const document = graphql.parse(source);
    const errors = graphql.validate(schema, document, undefined, { maxErrors: 1000 });
    if (errors.length > 0) return JSON.stringify([{ errors }]);
    const result = await graphql.experimentalExecuteIncrementally({ schema, document, variableValues });
    if (!("initialResult" in result)) return JSON.stringify([result]);
    const payloads = [result.initialResult];
    for await (const payload of result.subsequentResults) payloads.push(payload);
    return JSON.stringify(payloads);
  } catch (error) {
    if (!(error instanceof graphql.GraphQLError)) throw error;
    return JSON.stringify([{ errors: [error] }]);
  }
}
