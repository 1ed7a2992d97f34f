import { loadTone, type LoadBar } from "../../../charts/load/load-bars";
import type { Locale } from "../../../lib/i18n/locale";

/** How busy a production line was. */
export interface CapacityRow {
  line: string;
  utilisation: number | null;
}

/** Writes the lines as bars, the busiest first; lines that are not known come last. */
export function loadBars(rows: readonly CapacityRow[], { words, formats }: Locale): LoadBar[] {
  const tags: Record<LoadBar["tone"], string | undefined> = { calm: undefined, warn: words.tight, bad: words.overloaded };
  return busiestFirst(rows).map(({ line, utilisation }) => {
    const tone = loadTone(utilisation);
    const text = utilisation === null ? words.noData : formats.short(utilisation, "ratio");
    return { name: line, load: utilisation, text, tone, tagText: tags[tone] };
  });
}

/** Says which line is the busiest; empty where none is known. */
export function capacitySentence(rows: readonly CapacityRow[], { words, formats }: Locale): string {
  const first = busiestFirst(rows)[0];
  if (!first || first.utilisation === null) return "";
  return words.capacitySummary({ line: first.line, rate: formats.short(first.utilisation, "ratio") });
}

function busiestFirst(rows: readonly CapacityRow[]): CapacityRow[] {
  return [...rows].sort((a, b) => (b.utilisation ?? -1) - (a.utilisation ?? -1) || a.line.localeCompare(b.line));
}
