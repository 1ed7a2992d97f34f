import type { Shown } from "../../../lib/format/reading";

/** A root field of the answer; null where the server could not answer it. */
type SubjectAnswer = { readonly isConnected: boolean } | null;

/** Shows the rows of a subject: not connected where no source feeds it, no data where nothing falls into the question. */
export function connectedRows<Row>(subject: SubjectAnswer, rows: readonly Row[] | null | undefined): Shown<readonly Row[]> {
  if (!subject?.isConnected) return { kind: "not-connected" };
  return rows && rows.length > 0 ? { kind: "value", value: rows } : { kind: "no-data" };
}
