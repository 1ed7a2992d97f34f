import type { Change } from "../../../lib/format/change";
import type { Measure } from "../../../lib/format/measure";
import type { Reading } from "../../../lib/format/reading";

/** One measure of one row, with its move against the period before. */
export interface BreakdownCell {
  measure: Measure;
  reading: Reading;
  change: Change | null;
}

/** One member of the level on show. */
export interface BreakdownRow {
  /** Null for sales whose member is not known; such a row cannot be drilled into. */
  member: string | null;
  /** In the order of the columns; the first is the one the rows are ranked by. */
  cells: readonly BreakdownCell[];
  /** What the gross margin lost against the period before, in money; null where that is not known. */
  marginLost: number | null;
}

/** The row that cost most against the period before, and which of its rates moved for the worse, the furthest first. */
export interface Finding {
  member: string;
  moves: readonly (BreakdownCell & { change: Change })[];
}

/** A rate that moved by less than this share is not worth a finding. */
const smallestMove = 0.005;

/** Finds the member whose gross margin fell most in money while one of its rates turned worse; null where there is none. */
export function findingOf(rows: readonly BreakdownRow[]): Finding | null {
  const losers = rows
    .filter((row) => row.member !== null && (row.marginLost ?? 0) > 0 && adverseMoves(row).length > 0)
    .sort((a, b) => (b.marginLost ?? 0) - (a.marginLost ?? 0));
  const worst = losers[0];
  return worst?.member ? { member: worst.member, moves: adverseMoves(worst) } : null;
}

/** Gives the length of each row's bar as a share of the longest; 0 where the value is missing or below zero. */
export function barLengths(rows: readonly BreakdownRow[]): number[] {
  const values = rows.map((row) => (row.cells[0]?.reading.kind === "value" ? Math.max(0, row.cells[0].reading.value) : 0));
  const longest = Math.max(...values, 0);
  return values.map((value) => (longest > 0 ? value / longest : 0));
}

function adverseMoves(row: BreakdownRow): Finding["moves"] {
  return row.cells
    .flatMap((cell) => (cell.change ? [{ ...cell, change: cell.change }] : []))
    .filter(({ change }) => change.isRatio && change.verdict === "bad" && Math.abs(change.amount) >= smallestMove)
    .sort((a, b) => Math.abs(b.change.amount) - Math.abs(a.change.amount));
}
