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
 * Lines the steps up as a funnel. Up to the order things are counted, after it money is; the two halves are drawn
 * to one scale by letting the ordered amount be as wide as the number of orders.
 */
export function leadToCashRows(steps: LeadToCash, words: Dictionary, isIndivisible: (step: keyof LeadToCash) => boolean): FunnelRow[] {
  const counted = (
    [
      [words.stageLeads, "leads", null],
      [words.stageOpportunities, "opportunities", "opportunityAmount"],
      [words.stageWon, "wonCount", "wonAmount"],
      [words.stageOrders, "orders", "orderedAmount"],
    ] as const
  ).map(([stage, count, amount]) => ({
    stage,
    entered: steps[count],
    amount: amount && steps[amount],
    size: steps[count],
    isIndivisible: isIndivisible(count),
  }));
  const width = shareOf(steps.orders, steps.orderedAmount);
  const paid = (
    [
      [words.stageDelivered, "deliveredAmount"],
      [words.stageInvoiced, "invoicedAmount"],
      [words.stageReceived, "receivedAmount"],
    ] as const
  ).map(([stage, name]) => {
    const amount = steps[name];
    return {
      stage,
      entered: null,
      amount,
      size: amount === null || width === null ? null : amount * width,
      isIndivisible: isIndivisible(name),
    };
  });
  return withConversions([...counted, ...paid]);
}

/** Adds to each stage its share of the one before. */
export function withConversions(rows: readonly Omit<FunnelRow, "conversion">[]): FunnelRow[] {
  return rows.map((row, index) => ({ ...row, conversion: shareOf(row.size, rows[index - 1]?.size ?? null) }));
}

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}
