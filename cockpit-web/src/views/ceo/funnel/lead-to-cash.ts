import type { Dictionary } from "../../../lib/i18n/dictionary";
import type { FunnelRow } from "./funnel-rows";

/** What happened in the period at each step, each by its own day; null where a step is not known. */
export interface LeadToCash {
  leads: number | null;
  opportunities: number | null;
  opportunityAmount: number | null;
  wonCount: number | null;
  wonAmount: number | null;
  orders: number | null;
  orderedAmount: number | null;
  deliveredAmount: number | null;
  invoicedAmount: number | null;
  receivedAmount: number | null;
}

/**
 * Lines the steps up as a funnel of two halves: deals are counted, and from the order on money is. Orders also come without
 * a deal, so there is no share between the halves; the second is drawn as wide at its start as the first is at its end.
 */
export function leadToCashRows(
  steps: LeadToCash,
  words: Dictionary,
  missing: (step: keyof LeadToCash) => FunnelRow["missing"],
): FunnelRow[] {
  const deals = (
    [
      [words.stageLeads, "leads", null],
      [words.stageOpportunities, "opportunities", "opportunityAmount"],
      [words.stageWon, "wonCount", "wonAmount"],
    ] as const
  ).map(([stage, count, amount]) => ({
    stage,
    entered: steps[count],
    amount: amount && steps[amount],
    size: steps[count],
    missing: missing(count),
  }));
  const width = deals.findLast((deal) => deal.size)?.size ?? 1;
  const money = (
    [
      [words.stageOrders, "orders", "orderedAmount"],
      [words.stageDelivered, null, "deliveredAmount"],
      [words.stageInvoiced, null, "invoicedAmount"],
      [words.stageReceived, null, "receivedAmount"],
    ] as const
  ).map(([stage, count, name]) => {
    const share = shareOf(steps[name], steps.orderedAmount);
    return {
      stage,
      entered: count && steps[count],
      amount: steps[name],
      size: share === null ? null : share * width,
      missing: missing(name),
    };
  });
  return [...withConversions(deals), ...withConversions(money)];
}

/** Adds to each stage its share of the one before. */
export function withConversions(rows: readonly Omit<FunnelRow, "conversion">[]): FunnelRow[] {
  return rows.map((row, index) => ({ ...row, conversion: shareOf(row.size, rows[index - 1]?.size ?? null) }));
}

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}
