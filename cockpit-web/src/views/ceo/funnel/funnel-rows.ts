import type { ChartTable } from "../../../charts/frame/chart-table";
import type { FunnelStage } from "../../../charts/funnel/funnel";
import type { Dictionary } from "../../../lib/i18n/dictionary";
import type { Locale } from "../../../lib/i18n/locale";

/** One stage on the way from lead to cash. */
export interface FunnelRow {
  stage: string;
  /** How many got here; null where only the money is known. */
  entered: number | null;
  amount: number | null;
  /** How wide the stage is drawn, in any unit that all stages of the funnel share. */
  size: number | null;
  /** What it means where both numbers are missing: nothing fell into it, no source was ever loaded, or it cannot be cut by what was chosen. */
  missing: "no-data" | "not-connected" | "indivisible";
  /** Share of the stage before; null for the first stage. */
  conversion: number | null;
}

/** Writes the stages as the chart shows them: the count first, the money below it. */
export function chartStages(rows: readonly FunnelRow[], { words, formats }: Locale): FunnelStage[] {
  return rows.map((row) => {
    const { stage, entered, amount, size, conversion } = row;
    const money = amount === null ? undefined : formats.short(amount, "money");
    return {
      name: stage,
      size,
      text: entered === null ? (money ?? missingText(row, words)) : formats.full(entered, "count"),
      isMissing: entered === null && amount === null,
      note: entered === null ? undefined : money,
      conversion: conversion === null ? undefined : formats.short(conversion, "ratio"),
    };
  });
}

/** Writes the stages as a table. */
export function funnelTable(rows: readonly FunnelRow[], { words, formats }: Locale): ChartTable {
  return {
    columns: [words.funnelStage, words.funnelEntered, words.funnelAmount, words.funnelConversion],
    rows: rows.map((row) => [
      row.stage,
      row.entered === null ? "–" : formats.full(row.entered, "count"),
      row.amount === null ? (row.entered === null ? missingText(row, words) : "–") : formats.full(row.amount, "money"),
      row.conversion === null ? "–" : formats.short(row.conversion, "ratio"),
    ]),
  };
}

function missingText({ missing }: FunnelRow, words: Dictionary): string {
  return { "no-data": words.noData, "not-connected": words.notConnected, indivisible: words.indivisible }[missing];
}

/** Says in one sentence how much came in at the first stage and what came out at the last; empty where that is not known. */
export function funnelSentence(rows: readonly FunnelRow[], locale: Locale): string {
  const stages = chartStages(rows, locale);
  const first = stages[0];
  const last = stages.at(-1);
  if (!first || !last || first.size === null || last.size === null) return "";
  return locale.words.funnelSummary({ first: first.name, start: first.text, last: last.name, end: last.text });
}
