/** How far a target is met. */
export type TargetStatus = "met" | "nearly" | "missed";

const statuses: Readonly<Record<string, TargetStatus>> = { GREEN: "met", AMBER: "nearly", RED: "missed" };

/** Reads the status that the server tells; null where there is none. */
export function targetStatusOf(status: unknown): TargetStatus | null {
  return (typeof status === "string" ? statuses[status] : undefined) ?? null;
}
