import type { Language } from "../../../lib/i18n/dictionary";
import type { Period } from "../../../lib/url-state/period";
import type { StartQuery, StartQueryVariables } from "../generated/start";

/** The variables of the question asked once; the day only has to be one, since no total is asked for. */
export function startVariables(language: Language): StartQueryVariables {
  return { language: language === "zh-CN" ? "ZH_CN" : "EN", day: { from: "2000-01-01", to: "2000-01-01" } };
}

/** Gives the last day on which anything happened: an order, a move of a deal, a ticket, an answer to a survey, a shift. Null: nothing did. */
export function lastDayOf({ sales, opportunities, tickets, surveys, capacity }: StartQuery): string | null {
  const days = [sales, opportunities, tickets, surveys, capacity].flatMap((subject) => subject?.lastDate ?? []);
  return days.sort().at(-1) ?? null;
}

/** Gives the regions that a reader may choose from. */
export function regionsOf({ regions }: StartQuery): string[] {
  return regions.flatMap((region) => region.name ?? []);
}

/** The period of a reader who has chosen none: the year of the last day with data. */
export function defaultPeriod(lastDay: string | null): Period {
  return { kind: "year", year: Number((lastDay ?? "2000-01-01").slice(0, 4)) };
}
