/**
 * What the screen can say of something. Zero is a value like any other; the two kinds of missing are told apart,
 * because one asks for a connection and the other for a wider selection.
 */
export type Shown<Value> = { kind: "value"; value: Value } | { kind: "no-data" } | { kind: "not-connected" };

/** A number, or the way it is missing. */
export type Reading = Shown<number>;

/** Makes a reading of a connected measure: a number as it is, null as no data. */
export function readingOf(value: number | string | null | undefined): Reading {
  const number = numberOf(value);
  return number === null ? { kind: "no-data" } : { kind: "value", value: number };
}

/** Reads a number that may have come as text (decimals do, to keep every digit); null where it is missing. */
export function numberOf(value: number | string | null | undefined): number | null {
  if (value === null || value === undefined || value === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
