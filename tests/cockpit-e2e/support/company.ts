import { execFile, spawn, type ChildProcess } from "node:child_process";
import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** A demo company served on a free port of this machine, with a copy of its warehouse for questions in SQL. */
export interface Company {
  /** Where the cockpit is served. */
  url: string;
  /** The copy: the served file belongs to the host alone. */
  warehouse: string;
  /** Ends the host and deletes every file. */
  close(): Promise<void>;
}

/**
 * Simulates a company of `scale` (1 is about 100,000 order lines), loads it as any files are loaded, and serves it.
 * The feeds named in `without` are left out, as where a system is not connected; `before` are commands on the warehouse before it is served.
 */
export async function serveCompany(scale: number, without: readonly string[] = [], before: readonly string[][] = []): Promise<Company> {
  const program = builtProgram();
  const folder = await mkdtemp(join(tmpdir(), "cockpit-e2e-"));
  const served = join(folder, "served.duckdb");
  const warehouse = join(folder, "copy.duckdb");
  await run(program, ["simulate", join(folder, "feeds"), "--scale", String(scale)]);
  await leaveOut(join(folder, "feeds"), without);
  await run(program, ["load", "feeds", join(folder, "feeds"), "--db", served]);
  for (const command of before) await run(program, [...command, "--db", served]);
  await copyFile(served, warehouse);
  const host = spawn(program, ["serve", "--db", served, "--url", "http://127.0.0.1:0", "--no-schedule"], { stdio: ["ignore", "pipe", "inherit"] });
  return {
    url: await listeningAddress(host),
    warehouse,
    async close() {
      const ended = new Promise((resolve) => host.once("exit", resolve));
      host.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function leaveOut(folder: string, feeds: readonly string[]): Promise<void> {
  const files = await readdir(folder);
  for (const feed of feeds) {
    const file = files.find((name) => name.startsWith(`${feed}.`));
    if (file === undefined) throw new Error(`${folder} has no file of the feed ${feed}`);
    await rm(join(folder, file));
  }
}

function builtProgram(): string {
  const found = ["release", "debug"].map((build) => join(root, "artifacts/bin/Host", build, "prodsales")).find((path) => existsSync(path));
  if (found === undefined) throw new Error("The program is not built: run ./test, or dotnet build api/Host.");
  if (!existsSync(join(root, "cockpit-web/dist/index.html"))) throw new Error("The cockpit is not built: npm --prefix cockpit-web run build.");
  return found;
}

async function run(program: string, parameters: string[]): Promise<void> {
  await promisify(execFile)(program, parameters, { maxBuffer: 64 * 1024 * 1024 });
}

/** Waits for the line in which the host says where it listens. */
async function listeningAddress(host: ChildProcess): Promise<string> {
  return await new Promise((resolve, reject) => {
    let said = "";
    host.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (address) resolve(address[0]);
    });
    host.once("exit", (code) => {
      reject(new Error(`The host ended with code ${String(code)} before it listened: ${said}`));
    });
  });
}
