/** Tells whether a measure of a root field is null because it cannot be cut by what was chosen, not because nothing fell into it. */
export type Unavailable = (root: string, measure: string) => boolean;

/** Reads `extensions.unavailable` of an answer; what has another form there is passed over. */
export function unavailableIn(extensions: Readonly<Record<string, unknown>>): Unavailable {
  const notes: unknown = extensions["unavailable"];
  const known = new Set((Array.isArray(notes) ? notes : []).filter(isNote).map(({ path, measure }) => `${String(path[0])}.${measure}`));
  return (root, measure) => known.has(`${root}.${measure}`);
}

interface Note {
  path: readonly unknown[];
  measure: string;
}

function isNote(note: unknown): note is Note {
  if (typeof note !== "object" || note === null) return false;
  return "path" in note && Array.isArray(note.path) && "measure" in note && typeof note.measure === "string";
}
