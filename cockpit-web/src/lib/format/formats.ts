import { languageOfNumbers } from "../i18n/dictionaries";
import type { Dictionary, Language } from "../i18n/dictionary";
import { daysOf, type Period } from "../url-state/period";
import type { Change } from "./change";

/** How the number of a measure is meant. A ratio is a share, 1 = 100 %. */
export type Unit = "money" | "ratio" | "count" | "quantity" | "min" | "day" | "h" | "score";

/** Numbers, moves and dates written for one language. */
export interface Formats {
  /** A number short enough for a tile. */
  short(value: number, unit: Unit): string;
  /** The same number with all digits a reader may ask for. */
  full(value: number, unit: Unit): string;
  /** A move with its sign: `+3.4%`, `−1.2 pt`. */
  change(change: Change): string;
  /** A day given as `YYYY-MM-DD`. */
  day(day: string): string;
  /** A month given as any day of it; `isShort` leaves the year out. */
  month(day: string, isShort?: boolean): string;
  /** A period in words. */
  period(period: Period): string;
}

/** Makes the formats of a language; amounts are of `currency` (ISO 4217). */
export function formatsOf(spoken: Language, words: Dictionary, currency: string): Formats {
  const language = languageOfNumbers(spoken);
  const shortNumbers = numbersOf(language, currency, { notation: "compact", maximumSignificantDigits: 4 });
  const fullNumbers = numbersOf(language, currency, { maximumFractionDigits: 2 });
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1, signDisplay: "exceptZero" });
  const signedShare = new Intl.NumberFormat(language, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  });
  const days = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  const months = new Intl.DateTimeFormat(language, { year: "numeric", month: "short", timeZone: "UTC" });
  const shortMonths = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" });
  const years = new Intl.DateTimeFormat(language, { year: "numeric", timeZone: "UTC" });
  function day(text: string): string {
    return days.format(new Date(`${text}T00:00:00Z`));
  }
  function month(text: string, isShort = false): string {
    return (isShort ? shortMonths : months).format(new Date(`${text.slice(0, 10)}T00:00:00Z`));
  }
  return {
    short: (value, unit) => shortNumbers[unit].format(value),
    full: (value, unit) => fullNumbers[unit].format(value),
    change: (change) => (change.isRatio ? words.points({ amount: signed.format(change.amount * 100) }) : signedShare.format(change.amount)),
    day,
    month,
    period(period) {
      const { from, to } = daysOf(period);
      switch (period.kind) {
        case "year":
          return years.format(new Date(`${from}T00:00:00Z`));
        case "quarter":
          return words.quarterOf(period);
        case "month":
          return month(from);
        case "custom":
          return words.rangeOf({ from: day(from), to: day(to) });
      }
    },
  };
}

function numbersOf(language: string, currency: string, amounts: Intl.NumberFormatOptions): Record<Unit, Intl.NumberFormat> {
  function unitOf(unit: "minute" | "hour" | "day"): Intl.NumberFormat {
    return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 });
  }
  return {
    money: new Intl.NumberFormat(language, { ...amounts, style: "currency", currency, currencyDisplay: "narrowSymbol" }),
    count: new Intl.NumberFormat(language, amounts),
    ratio: new Intl.NumberFormat(language, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    score: new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    quantity: new Intl.NumberFormat(language, amounts),
    min: unitOf("minute"),
    h: unitOf("hour"),
    day: unitOf("day"),
  };
}
