/**
 * What the screen can say of something. Zero is a value like any other; the two kinds of missing are told apart,
 * because one asks for a connection and the other for a wider selection.
 */
export type Shown<Value> = { kind: "value"; value: Value } | { kind: "no-data" } | { kind: "not-connected" };

/** The first and the last day of which anything is on record, as ISO dates. */
export interface RecordedDays {
  first: string;
  last: string;
}

/** A number, or the way it is missing. */
export type Reading = { kind: "value"; value: number; recorded?: RecordedDays | undefined } | Exclude<Shown<number>, { kind: "value" }>;

/** Makes a reading of a connected measure: a number as it is, null as no data. */
export function readingOf(value: number | string | null | undefined): Reading {
  const number = numberOf(value);
  return number === null ? { kind: "no-data" } : { kind: "value", value: number };
}

/** The reading with the days that it stands for, where only a part of its period is on record. */
export function standingFor(reading: Reading, recorded: RecordedDays | undefined): Reading {
  return reading.kind === "value" && recorded ? { ...reading, recorded } : reading;
}

/** Reads a number that may have come as text (decimals do, to keep every digit); null where it is missing. */
export function numberOf(value: number | string | null | undefined): number | null {
  if (value === null || value === undefined || value === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
