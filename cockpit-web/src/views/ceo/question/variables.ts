import { openLevel, type DrillPath } from "../../../lib/url-state/filters";
import { daysOf, type DayRange, type Period } from "../../../lib/url-state/period";
import type { CeoQueryVariables } from "../generated/ceo";
import { filterOf } from "./reach";

/** What a reader asks of the first screen. */
export interface Question {
  period: Period;
  drill: DrillPath;
  /** Last day with data; days after it are not asked for, so that a year under way is compared with the same days. Null: not known. */
  lastDay: string | null;
}

/** Turns a question into the variables of the screen's one operation. */
export function variablesOf({ period, drill, lastDay }: Question): CeoQueryVariables {
  const days = upTo(daysOf(period), lastDay);
  const level = openLevel(drill) ?? "customer";
  return {
    period: days,
    recent: yearUntil(days),
    compare: period.kind === "year" ? "SAME_PERIOD_LAST_YEAR" : "PREVIOUS_PERIOD",
    sales: filterOf("sales", drill),
    opportunities: filterOf("opportunities", drill),
    leadToCash: filterOf("leadToCash", drill),
    funnel: filterOf("funnel", drill),
    delivery: filterOf("delivery", drill),
    quota: filterOf("quota", drill),
    surveys: filterOf("surveys", drill),
    customerHealth: filterOf("customerHealth", drill),
    expenses: filterOf("expenses", drill),
    byRegion: level === "region",
    byProductLine: level === "productLine",
    byCustomer: level === "customer",
  };
}

/** Cuts the days off that lie after the last one; leaves a range alone that lies after it as a whole. */
function upTo(days: DayRange, lastDay: string | null): DayRange {
  return lastDay !== null && days.from <= lastDay && lastDay < days.to ? { from: days.from, to: lastDay } : days;
}

/** The range itself where it is longer than a year, else the twelve months that end with it. */
function yearUntil(days: DayRange): DayRange {
  const end = new Date(`${days.to}T00:00:00Z`);
  const start = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - 11, 1)).toISOString().slice(0, 10);
  return { from: start < days.from ? start : days.from, to: days.to };
}
