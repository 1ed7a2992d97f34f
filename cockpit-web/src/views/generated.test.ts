import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("The generated operations are those of the schema", { timeout: 60_000 }, async () => {
  const run = promisify(execFile)(process.execPath, ["scripts/codegen.mjs", "--check"], { cwd: process.cwd() });
  await expect(run).resolves.toMatchObject({ stderr: "" });
});
