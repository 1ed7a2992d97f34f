/** The load of one resource, with its texts already in the reader's language. */
export interface LoadBar {
  name: string;
  /** A share of what can be done: 1 is full load; null where it is not known. */
  load: number | null;
  text: string;
  tone: "calm" | "warn" | "bad";
  /** Says in a word what the tone says in colour. */
  tagText?: string | undefined;
}

/** From this share on a line has no room for a rush order; above 1 it cannot keep what was promised. */
const tightFrom = 0.9;

/** Judges a load. */
export function loadTone(load: number | null): LoadBar["tone"] {
  if (load === null || load < tightFrom) return "calm";
  return load > 1 ? "bad" : "warn";
}

/** Gives the load at the right end of the bars: full load with some room, or the highest load where it is more. */
export function loadScale(loads: readonly (number | null)[]): number {
  return Math.max(1.1, ...loads.map((load) => load ?? 0));
}
