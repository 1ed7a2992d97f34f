import type { RecordedDays } from "../../../lib/format/reading";

/** Tells which days a measure of a root field stands for where only a part of its period is on record; undefined where all of it is. */
export type RecordedOf = (root: string, measure: string) => RecordedDays | undefined;

/** Reads `extensions.recordedInPart` of an answer; what has another form there is passed over. */
export function recordedIn(extensions: Readonly<Record<string, unknown>>): RecordedOf {
  const notes: unknown = extensions["recordedInPart"];
  const known = new Map(
    (Array.isArray(notes) ? notes : [])
      .filter(isNote)
      .map(({ path, measure, firstDate, lastDate }) => [`${String(path[0])}.${measure}`, { first: firstDate, last: lastDate }]),
  );
  return (root, measure) => known.get(`${root}.${measure}`);
}

interface Note {
  path: readonly unknown[];
  measure: string;
  firstDate: string;
  lastDate: string;
}

function isNote(note: unknown): note is Note {
  if (typeof note !== "object" || note === null || !("path" in note) || !Array.isArray(note.path)) return false;
  return ["measure", "firstDate", "lastDate"].every((key) => typeof (note as Record<string, unknown>)[key] === "string");
}
