// Fails when the built cockpit is heavier than its budget (bytes after gzip), or when a part that has a budget is missing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../dist");
const kB = 1000;
const budgets = [
  { part: "scripts of the first screen", files: named(/\.js$/), limit: 70 * kB },
  { part: "styles of the first screen", files: named(/\.css$/), limit: 15 * kB },
  { part: "page", files: /^index\.html$/, limit: 2 * kB },
];

/** Files that the first page names, preloaded ones included. */
function named(ending) {
  const page = existsSync(join(dist, "index.html")) ? readFileSync(join(dist, "index.html"), "utf8") : "";
  const names = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]).filter((name) => ending.test(name));
  return { test: (file) => names.includes(file) };
}

const built = existsSync(dist) ? readdirSync(dist, { recursive: true }) : [];
for (const { part, files, limit } of budgets) {
  const found = built.filter((file) => files.test(file));
  const size = found.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
  const isKept = found.length > 0 && size <= limit;
  const verdict = found.length === 0 ? "missing" : `${(size / kB).toFixed(1)} of ${limit / kB} kB`;
  console.log(`${isKept ? "ok  " : "FAIL"} ${part}: ${verdict}`);
  if (!isKept) process.exitCode = 1;
}
