import { numberOf } from "../../../lib/format/reading";
import type { Overspend } from "../breakdown/overspend";
import type { CeoQuery } from "../generated/ceo";

/** Finds the team that spent most beyond its plan; null where none did, or none has a plan. */
export function overspendOf({ expenses }: CeoQuery): Overspend | null {
  const worst = expenses?.byOrganisation?.[0];
  const amount = numberOf(worst?.overspend);
  const shareOfPlan = numberOf(worst?.expenseToPlan);
  if (!worst?.organisation || amount === null || amount <= 0 || shareOfPlan === null) return null;
  return { team: worst.organisation, amount, shareOfPlan };
}
