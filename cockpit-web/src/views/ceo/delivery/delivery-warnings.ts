import type { ChartTable } from "../../../charts/frame/chart-table";
import type { Locale } from "../../../lib/i18n/locale";

/** Due order lines of one part of the business; null where they are not known. */
export interface DeliveryRow {
  name: string;
  due: number | null;
  late: number | null;
}

/** A part of the business that keeps customers waiting. */
export interface DeliveryWarning {
  name: string;
  due: number;
  late: number;
  tone: "calm" | "warn" | "bad";
}

/** From these shares of late lines on a warning is shown in amber and red. */
const amberFrom = 0.1;
const redFrom = 0.2;
const mostShown = 4;

/** Picks the parts with late lines, the highest late share first, at most four. */
export function warningsOf(rows: readonly DeliveryRow[]): DeliveryWarning[] {
  return rows
    .flatMap(({ name, due, late }) => (due && late ? [{ name, due, late, tone: toneOf(late / due) }] : []))
    .sort((a, b) => b.late / b.due - a.late / a.due || b.late - a.late || a.name.localeCompare(b.name))
    .slice(0, mostShown);
}

/** Writes every part with its due and late lines. */
export function deliveryTable(rows: readonly DeliveryRow[], level: string, { words, formats }: Locale): ChartTable {
  function count(value: number | null): string {
    return value === null ? words.noData : formats.full(value, "count");
  }
  return { columns: [level, words.dueLines, words.lateLines], rows: rows.map((row) => [row.name, count(row.due), count(row.late)]) };
}

/** Says how many of all due lines were late. */
export function deliverySentence(rows: readonly DeliveryRow[], { words, formats }: Locale): string {
  const due = rows.reduce((sum, row) => sum + (row.due ?? 0), 0);
  const late = rows.reduce((sum, row) => sum + (row.late ?? 0), 0);
  return words.deliverySummary({ late: formats.full(late, "count"), due: formats.full(due, "count") });
}

function toneOf(share: number): DeliveryWarning["tone"] {
  if (share >= redFrom) return "bad";
  return share >= amberFrom ? "warn" : "calm";
}
