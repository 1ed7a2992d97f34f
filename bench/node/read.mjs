// Reads a whole table as rows and as columns, once per line on standard input; prints the seconds and a checksum.
// Usage: node read.mjs FILE TABLE; then a line "rows" or "columns" for each run.
import { createInterface } from "node:readline";
import { DuckDBInstance } from "@duckdb/node-api";

const [file, table] = process.argv.slice(2);
const instance = await DuckDBInstance.create(file, { access_mode: "READ_ONLY", threads: "2" });
const connection = await instance.connect();

async function sumOfRows() {
  const result = await connection.run(`SELECT * FROM ${table}`);
  const rows = await result.getRows();
  let sum = 0n;
  for (const row of rows) sum += row[0];
  return sum;
}

async function sumOfColumns() {
  const result = await connection.run(`SELECT * FROM ${table}`);
  const columns = await result.getColumns();
  let sum = 0n;
  for (const value of columns[0]) sum += value;
  return sum;
}

for await (const line of createInterface({ input: process.stdin })) {
  const start = process.hrtime.bigint();
  const sum = line === "rows" ? await sumOfRows() : await sumOfColumns();
  console.log(`${Number(process.hrtime.bigint() - start) / 1e9} ${sum}`);
}
