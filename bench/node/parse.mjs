// Parses and validates a document by graphql-js as often as each line of input says, and prints the microseconds of processor time for one.
import { createInterface } from "node:readline";
import { buildSchema, parse, validate } from "graphql";

const [, , sdl, document] = process.argv;
const schema = buildSchema(sdl);
for await (const line of createInterface({ input: process.stdin })) {
  const times = Number(line);
  const before = process.cpuUsage();
  for (let done = 0; done < times; done++) if (validate(schema, parse(document)).length > 0) throw new Error("the document is refused");
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / times);
}
