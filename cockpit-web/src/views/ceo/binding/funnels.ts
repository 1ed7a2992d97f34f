import { numberOf, type Shown } from "../../../lib/format/reading";
import type { FunnelRow } from "../funnel/funnel-rows";
import { leadToCashRows, withConversions } from "../funnel/lead-to-cash";
import type { CeoQuery } from "../generated/ceo";
import { connectedRows } from "./connected";
import type { Setting } from "./setting";

/** Makes the funnel of what happened in the period, from the lead to the money; no data where nothing did and every step has a source. */
export function leadToCashOf({ leadToCash }: CeoQuery, { words, obstacleOf }: Setting): Shown<readonly FunnelRow[]> {
  const total = leadToCash?.total;
  const steps = {
    leads: numberOf(total?.leads),
    opportunities: numberOf(total?.opportunities),
    opportunityAmount: numberOf(total?.opportunityAmount),
    wonCount: numberOf(total?.wonCount),
    wonAmount: numberOf(total?.wonAmount),
    orders: numberOf(total?.orders),
    orderedAmount: numberOf(total?.orderedAmount),
    deliveredAmount: numberOf(total?.deliveredAmount),
    invoicedAmount: numberOf(total?.invoicedAmount),
    receivedAmount: numberOf(total?.receivedAmount),
  };
  const rows = leadToCashRows(steps, words, (step) => obstacleOf("leadToCash", step) ?? "no-data");
  const isEmpty = Object.values(steps).every((step) => !step) && rows.every((row) => row.missing !== "not-connected");
  return connectedRows(leadToCash, isEmpty ? [] : rows);
}

/** Makes the funnel of the opportunities that entered in the period, by the stages they ever reached. */
export function stagesOf({ funnel }: CeoQuery, { language, words }: Setting): Shown<readonly FunnelRow[]> {
  const stages = funnel?.byStage?.map((row) => {
    const entered = numberOf(row.entered);
    const name = (language === "zh-CN" ? row.byStageZh?.[0]?.stageZh : null) ?? row.stage;
    return { stage: name ?? words.unknownMember, entered, amount: numberOf(row.amount), size: entered, missing: "no-data" as const };
  });
  return connectedRows(funnel, withConversions(stages ?? []));
}
