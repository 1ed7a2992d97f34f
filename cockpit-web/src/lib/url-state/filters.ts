import { formatPeriod, parsePeriod, type Period } from "./period";

/** The levels a reader drills through, from the outermost inwards. */
export const drillLevels = ["region", "productLine", "customer"] as const;

/** One step of the drill path. */
export type DrillLevel = (typeof drillLevels)[number];

/** The chosen member of each level. A level may be skipped: a customer of a region, over all product lines. */
export type DrillPath = Readonly<Partial<Record<DrillLevel, string>>>;

/** The part of the cockpit's state that lives in the URL: what a link must restore, nothing else. */
export interface Filters {
  /** Null where the reader has chosen none: the latest year with data is shown. */
  period: Period | null;
  drill: DrillPath;
}

const keys: Record<DrillLevel, string> = { region: "region", productLine: "line", customer: "customer" };

/** Reads the filters of a query string. What is not a filter or not readable is left out. */
export function readFilters(search: string): Filters {
  const parameters = new URLSearchParams(search);
  const drill: Partial<Record<DrillLevel, string>> = {};
  for (const level of drillLevels) {
    const member = parameters.get(keys[level]);
    if (member) drill[level] = member;
  }
  return { period: parsePeriod(parameters.get("period") ?? ""), drill };
}

/** Writes filters into a query string and keeps parameters that are none of its business, such as the language. */
export function writeFilters(filters: Filters, search = ""): string {
  const parameters = new URLSearchParams(search);
  set(parameters, "period", filters.period && formatPeriod(filters.period));
  for (const level of drillLevels) set(parameters, keys[level], filters.drill[level]);
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/** Goes one level deeper: chooses `member` on the first level that is still open; the same path where none is. */
export function drillInto(drill: DrillPath, member: string): DrillPath {
  const level = openLevel(drill);
  return level ? { ...drill, [level]: member } : drill;
}

/** Goes back up until only the first `depth` chosen members are left; 0 is the whole company. */
export function drillUpTo(drill: DrillPath, depth: number): DrillPath {
  return Object.fromEntries(drillLevels.flatMap((level) => (drill[level] ? [[level, drill[level]] as const] : [])).slice(0, depth));
}

/** Gives the level whose members are on show, or null when even the customer is chosen. */
export function openLevel(drill: DrillPath): DrillLevel | null {
  return drillLevels.find((level) => drill[level] === undefined) ?? null;
}

function set(parameters: URLSearchParams, key: string, value: string | null | undefined): void {
  if (value) parameters.set(key, value);
  else parameters.delete(key);
}
