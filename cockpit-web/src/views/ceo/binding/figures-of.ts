import { numberOf, readingOf, type Reading, type Shown } from "../../../lib/format/reading";
import type { Dictionary } from "../../../lib/i18n/dictionary";
import type { CapacityRow } from "../capacity/capacity-rows";
import type { RiskRow } from "../customer-health/customer-health";
import type { DeliveryRow } from "../delivery/delivery-warnings";
import type { CeoFigures } from "../figures";
import type { CeoQuery } from "../generated/ceo";
import type { TrendSeries } from "../trend/trend-rows";
import { breakdownOf } from "./breakdown";
import { connectedRows } from "./connected";
import { leadToCashOf, stagesOf } from "./funnels";
import { measureOf, type Catalogue } from "./measures";
import { overspendOf } from "./overspend";
import { widerScope } from "../question/reach";
import type { Setting } from "./setting";
import { tilesOf } from "./tiles";

/** Sorts an answer into the panels of the screen. */
export function figuresOf(data: CeoQuery, setting: Setting): CeoFigures {
  const { words, catalogue, drill } = setting;
  return {
    tiles: tilesOf(data, setting),
    leadToCash: leadToCashOf(data, setting),
    stages: stagesOf(data, setting),
    capacity: { shown: capacityOf(data, words), scope: widerScope("capacity", drill, words.wholeCompany) },
    delivery: deliveryOf(data, setting),
    health: { shown: healthOf(data), scope: widerScope("customerHealth", drill, words.wholeCompany) },
    atRisk: atRiskOf(data),
    breakdown: breakdownOf(data, catalogue),
    overspend: overspendOf(data),
    trend: trendOf(data, catalogue),
  };
}

function capacityOf(data: CeoQuery, words: Dictionary): Shown<readonly CapacityRow[]> {
  const lines = data.capacity?.byProductionLine?.map((row) => ({
    line: row.productionLine ?? words.unknownMember,
    utilisation: numberOf(row.utilisation),
  }));
  return connectedRows(data.capacity, lines);
}

/** Without a single delivery on record nothing can be said of being late. */
function deliveryOf(data: CeoQuery, { words, obstacleOf }: Setting): Shown<readonly DeliveryRow[]> {
  if (obstacleOf("delivery", "lateLines") === "not-connected") return { kind: "not-connected" };
  const parts = data.delivery?.byProductLine?.map((row) => ({
    name: row.productLine ?? words.unknownMember,
    due: numberOf(row.dueLines),
    late: numberOf(row.lateLines),
  }));
  return connectedRows(data.delivery, parts);
}

function healthOf({ customerHealth }: CeoQuery): Reading {
  return customerHealth?.isConnected ? readingOf(customerHealth.total?.score) : { kind: "not-connected" };
}

/** The customers with the lowest scores come first in the answer; as many of them are at risk as the model counts. */
function atRiskOf({ customerHealth }: CeoQuery): Shown<readonly RiskRow[]> {
  const count = numberOf(customerHealth?.total?.customersAtRisk) ?? 0;
  const scored = customerHealth?.byCustomer?.flatMap((row) => {
    const score = numberOf(row.score);
    return row.customer === null || score === null ? [] : [{ name: row.customer, score }];
  });
  return connectedRows(customerHealth, scored?.slice(0, count));
}

function trendOf(data: CeoQuery, catalogue: Catalogue): TrendSeries[] {
  const months = data.salesByMonth?.overTime;
  if (!data.sales?.isConnected || !months) return [];
  return (["revenue", "grossMarginRate", "discountRate"] as const).map((name) => ({
    measure: measureOf(catalogue, "sales", name),
    months: months.flatMap((month) => (month.period === null ? [] : [{ month: month.period, value: numberOf(month[name]) }])),
  }));
}
