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
export function leadToCashRows(steps: LeadToCash, words: Dictionary): FunnelRow[] {
  const counted = [
    { stage: words.stageLeads, entered: steps.leads, amount: null },
    { stage: words.stageOpportunities, entered: steps.opportunities, amount: steps.opportunityAmount },
    { stage: words.stageWon, entered: steps.wonCount, amount: steps.wonAmount },
    { stage: words.stageOrders, entered: steps.orders, amount: steps.orderedAmount },
  ].map((row) => ({ ...row, size: row.entered }));
  const width = shareOf(steps.orders, steps.orderedAmount);
  const paid = [
    { stage: words.stageDelivered, amount: steps.deliveredAmount },
    { stage: words.stageInvoiced, amount: steps.invoicedAmount },
    { stage: words.stageReceived, amount: steps.receivedAmount },
  ].map((row) => ({ ...row, entered: null, size: row.amount === null || width === null ? null : row.amount * width }));
  return withConversions([...counted, ...paid]);
}

/** Adds to each stage its share of the one before. */
export function withConversions(rows: readonly Omit<FunnelRow, "conversion">[]): FunnelRow[] {
  return rows.map((row, index) => ({ ...row, conversion: shareOf(row.size, rows[index - 1]?.size ?? null) }));
}

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}
