import type { ChartTable } from "../../../charts/frame/chart-table";
import type { TrendPoint } from "../../../charts/trend/trend";
import type { Measure } from "../../../lib/format/measure";
import type { Locale } from "../../../lib/i18n/locale";

/** One measure month by month. */
export interface TrendSeries {
  measure: Measure;
  /** In the order of time; `month` is any day of the month, as `YYYY-MM-DD`. */
  months: readonly { month: string; value: number | null }[];
}

/** Writes the months as the chart shows them: the year stands under the first one and under each January. */
export function trendPoints({ measure, months }: TrendSeries, { words, formats }: Locale): TrendPoint[] {
  return months.map(({ month, value }, index) => ({
    key: month,
    value,
    label: formats.month(month, true),
    note: index === 0 || month.slice(5, 7) === "01" ? formats.period({ kind: "year", year: Number(month.slice(0, 4)) }) : undefined,
    text: `${formats.month(month)}: ${value === null ? words.noData : formats.full(value, measure.unit)}`,
  }));
}

/** Writes the months as a table. */
export function trendTable({ measure, months }: TrendSeries, { words, formats }: Locale): ChartTable {
  return {
    columns: [words.trendMonth, measure.label],
    rows: months.map(({ month, value }) => [formats.month(month), value === null ? words.noData : formats.full(value, measure.unit)]),
  };
}

/** Says over which months the measure ran and between which values; empty where no month is known. */
export function trendSentence({ measure, months }: TrendSeries, { words, formats }: Locale): string {
  const values = months.flatMap(({ value }) => (value === null ? [] : [value]));
  const first = months[0];
  const last = months.at(-1);
  if (!first || !last || values.length === 0) return "";
  return words.trendSummary({
    measure: measure.label,
    from: formats.month(first.month),
    to: formats.month(last.month),
    low: formats.short(Math.min(...values), measure.unit),
    high: formats.short(Math.max(...values), measure.unit),
  });
}
