/** One month of a trend. */
export interface TrendPoint {
  key: string;
  /** Null is a gap. */
  value: number | null;
  label: string;
  /** A second line under the label. */
  note?: string | undefined;
  text: string;
}

/** The vertical axis of a trend: its ends, where its bars start, and the values that get a line. */
export interface TrendScale {
  low: number;
  high: number;
  base: number;
  ticks: number[];
}

/** Chooses an axis that holds all values and zero, with about four lines at round numbers. */
export function trendScale(values: readonly (number | null)[]): TrendScale {
  const known = values.filter((value) => value !== null);
  const lowest = Math.min(0, ...known);
  const highest = Math.max(0, ...known);
  const step = roundStep((highest - lowest || 1) / 4);
  const low = Math.floor(lowest / step) * step;
  const high = Math.max(Math.ceil(highest / step) * step, low + step);
  const count = Math.round((high - low) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((low + index * step).toPrecision(12)));
  return { low, high, base: 0, ticks };
}

/** The nearest of 1, 2, 2.5 and 5 times a power of ten that is not below `raw`. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  return power * ([1, 2, 2.5, 5].find((factor) => factor * power >= raw * 0.999) ?? 10);
}
