// Malloy over the tables of the star-schema benchmark: one JSON {query, keys} a line in; one JSON {cpu, wall, rows} a line out, in seconds.
// Usage: node ssb.mjs FILE. The model is loaded once; each question is compiled and run.
import { createInterface } from "node:readline";
import { SingleConnectionRuntime } from "@malloydata/malloy";
import { DuckDBConnection } from "@malloydata/db-duckdb";

const model = `
  source: customer is duckdb.table('customer') extend { primary_key: c_custkey }
  source: supplier is duckdb.table('supplier') extend { primary_key: s_suppkey }
  source: part is duckdb.table('part') extend { primary_key: p_partkey }
  source: lineorder is duckdb.table('lineorder') extend {
    join_one: customer with lo_custkey
    join_one: supplier with lo_suppkey
    join_one: part with lo_partkey
  }`;

const connection = new DuckDBConnection({ name: "duckdb", databasePath: process.argv[2], readOnly: true });
const runtime = new SingleConnectionRuntime({ connection });
const loaded = runtime.loadModel(model);
await loaded.getModel();

async function answer({ query, keys }) {
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  const result = await loaded.loadQuery(query).run({ rowLimit: 1_000_000 });
  const rows = result.data.toObject();
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  const used = process.cpuUsage(cpu);
  return { cpu: (used.user + used.system) / 1e6, wall, rows: rows.map((row) => [...keys, "amount"].map((key) => row[key]).join("|")) };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(JSON.parse(line)).catch((error) => ({ error: String(error) }))));
}
process.exit(0);
