/** The span of days a screen speaks about, in the form the reader chose it. */
export type Period =
  | { kind: "year"; year: number }
  | { kind: "quarter"; year: number; quarter: number }
  | { kind: "month"; year: number; month: number }
  | { kind: "custom"; from: string; to: string };

/** First and last day, both counted, as `YYYY-MM-DD`. */
export interface DayRange {
  from: string;
  to: string;
}

const forms = {
  year: /^(\d{4})$/,
  quarter: /^(\d{4})-Q([1-4])$/,
  month: /^(\d{4})-(0[1-9]|1[0-2])$/,
  custom: /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/,
} as const;

/** Writes a period as the URL keeps it: `2025`, `2025-Q3`, `2025-07` or `2025-01-01..2025-03-15`. */
export function formatPeriod(period: Period): string {
  switch (period.kind) {
    case "year":
      return pad(period.year, 4);
    case "quarter":
      return `${pad(period.year, 4)}-Q${period.quarter}`;
    case "month":
      return `${pad(period.year, 4)}-${pad(period.month, 2)}`;
    case "custom":
      return `${period.from}..${period.to}`;
  }
}

/** Reads what {@link formatPeriod} wrote; null for anything else, for a day that is not in the calendar and for an end before its start. */
export function parsePeriod(text: string): Period | null {
  const year = forms.year.exec(text);
  if (year) return { kind: "year", year: Number(year[1]) };
  const quarter = forms.quarter.exec(text);
  if (quarter) return { kind: "quarter", year: Number(quarter[1]), quarter: Number(quarter[2]) };
  const month = forms.month.exec(text);
  if (month) return { kind: "month", year: Number(month[1]), month: Number(month[2]) };
  const [, from, to] = forms.custom.exec(text) ?? [];
  return from !== undefined && to !== undefined && isDay(from) && isDay(to) && from <= to ? { kind: "custom", from, to } : null;
}

/** Gives the days of a period. */
export function daysOf(period: Period): DayRange {
  switch (period.kind) {
    case "year":
      return monthsFrom(period.year, 1, 12);
    case "quarter":
      return monthsFrom(period.year, period.quarter * 3 - 2, 3);
    case "month":
      return monthsFrom(period.year, period.month, 1);
    case "custom":
      return { from: period.from, to: period.to };
  }
}

/** Moves a period by `steps` of its own length; a custom one by its number of days. */
export function shiftPeriod(period: Period, steps: number): Period {
  switch (period.kind) {
    case "year":
      return { kind: "year", year: period.year + steps };
    case "quarter": {
      const index = period.year * 4 + period.quarter - 1 + steps;
      return { kind: "quarter", year: Math.floor(index / 4), quarter: (index % 4) + 1 };
    }
    case "month": {
      const index = period.year * 12 + period.month - 1 + steps;
      return { kind: "month", year: Math.floor(index / 12), month: (index % 12) + 1 };
    }
    case "custom": {
      const length = dayNumber(period.to) - dayNumber(period.from) + 1;
      return { kind: "custom", from: addDays(period.from, steps * length), to: addDays(period.to, steps * length) };
    }
  }
}

/** Changes the length of a period and keeps its end in view: the year 2025 becomes its last quarter or month. */
export function resizePeriod(period: Period, kind: Period["kind"]): Period {
  const days = daysOf(period);
  const year = Number(days.to.slice(0, 4));
  const month = Number(days.to.slice(5, 7));
  switch (kind) {
    case "year":
      return { kind, year };
    case "quarter":
      return { kind, year, quarter: Math.ceil(month / 3) };
    case "month":
      return { kind, year, month };
    case "custom":
      return { kind, ...days };
  }
}

/** Tells whether the text is a day of the calendar in the form `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function monthsFrom(year: number, month: number, count: number): DayRange {
  const start = new Date(Date.UTC(year, month - 1, 1));
  const end = new Date(Date.UTC(year, month - 1 + count, 0));
  return { from: isoDay(start), to: isoDay(end) };
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function addDays(day: string, count: number): string {
  return isoDay(new Date((dayNumber(day) + count) * 86_400_000));
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
