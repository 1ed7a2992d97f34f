import { changeOf } from "../../../lib/format/change";
import { targetStatusOf } from "../../../lib/format/target-status";
import { numberOf, readingOf, standingFor, type Reading } from "../../../lib/format/reading";
import type { CeoQuery } from "../generated/ceo";
import type { Tile } from "../tiles/tile";
import { measureOf } from "./measures";
import { widerScope, type Subject } from "../question/reach";
import type { Setting } from "./setting";

type Value = string | number | null | undefined;
type Values = Readonly<Record<string, unknown>>;

/** What a tile is made of: a subject, one of its measures, and where the answer holds its months. */
const tiles = [
  { subject: "sales", measure: "revenue", months: "salesByMonth" },
  { subject: "sales", measure: "grossMarginRate", months: "salesByMonth" },
  { subject: "sales", measure: "discountRate", months: "salesByMonth" },
  { subject: "delivery", measure: "otdRate", months: "deliveryByMonth" },
  { subject: "opportunities", measure: "winRate", months: "opportunitiesByMonth" },
  { subject: "capacity", measure: "utilisation", months: "capacityByMonth" },
  { subject: "surveys", measure: "csat", months: "surveysByMonth" },
  { subject: "quota", measure: "attainment", months: "quotaByMonth" },
] as const satisfies readonly { subject: Subject; measure: string; months: keyof CeoQuery }[];

const notConnected: Reading = { kind: "not-connected" };

/** Makes the row of key figures. */
export function tilesOf(data: CeoQuery, { catalogue, drill, words, obstacleOf, recordedOf }: Setting): Tile[] {
  return tiles.map(({ subject, measure: name, months }) => {
    const measure = measureOf(catalogue, subject, name);
    const total = data[subject]?.total;
    const isConnected = data[subject]?.isConnected && obstacleOf(subject, name) !== "not-connected";
    const reading = isConnected ? standingFor(readingOf(valueOf(total, name)), recordedOf(subject, name)) : notConnected;
    const previous = readingOf(valueOf(total?.compare, name));
    return {
      measure,
      reading,
      status: targetStatusOf(valueOf(total, `${name}Status`)),
      change: changeOf(reading, previous, measure.unit, measure.good),
      trend: data[months]?.overTime?.map((month) => numberOf(valueOf(month, name))) ?? [],
      scope: widerScope(subject, drill, words.wholeCompany),
    };
  });
}

function valueOf(values: Values | null | undefined, name: string): Value {
  return values?.[name] as Value;
}
