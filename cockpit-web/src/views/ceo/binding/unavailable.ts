/** Why a measure of a root field is null though something may have fallen into the question. */
export type Obstacle = "not-connected" | "indivisible";

/** Tells why a measure has no value: no source of it was ever loaded, or it cannot be cut by what was chosen. Null where neither holds. */
export type ObstacleOf = (root: string, measure: string) => Obstacle | null;

/** Reads `extensions.unavailable` of an answer; what has another form there is passed over. */
export function obstaclesIn(extensions: Readonly<Record<string, unknown>>): ObstacleOf {
  const notes: unknown = extensions["unavailable"];
  const known = new Map(
    (Array.isArray(notes) ? notes : [])
      .filter(isNote)
      .filter(isOfEveryValue)
      .map(({ path, measure, code }) => [`${String(path[0])}.${measure}`, code]),
  );
  return (root, measure) => {
    const code = known.get(`${root}.${measure}`);
    if (code === undefined) return null;
    return code === "not-connected" ? "not-connected" : "indivisible";
  };
}

/** What only some values lack, or only the period compared with, is read as no data where it is null. */
function isOfEveryValue({ code, comparison }: Note): boolean {
  return comparison === undefined && !["no-data", "sample-too-small", "target-missing"].includes(code);
}

interface Note {
  path: readonly unknown[];
  measure: string;
  code: string;
  comparison?: unknown;
}

function isNote(note: unknown): note is Note {
  if (typeof note !== "object" || note === null) return false;
  const hasMeasure = "measure" in note && typeof note.measure === "string" && "code" in note && typeof note.code === "string";
  return hasMeasure && "path" in note && Array.isArray(note.path);
}
