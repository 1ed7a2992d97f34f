/** A team that spent more than was planned for it. */
export interface Overspend {
  team: string;
  /** Spent beyond the plan, in money. */
  amount: number;
  /** Spent over planned: 1.2 is a fifth too much. */
  shareOfPlan: number;
}
