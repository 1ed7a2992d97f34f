import type { Unit } from "./formats";
import type { Reading } from "./reading";

/** Which way a measure should move: a falling late share is good, a falling revenue is not. */
export type GoodDirection = "up" | "down" | "neither";

/** How a number moved against an earlier one. */
export interface Change {
  /** Share of the earlier value (0.1 = 10 % more), or the difference itself where the measure is a ratio. */
  amount: number;
  isRatio: boolean;
  verdict: "good" | "bad" | "even";
}

/** Moves smaller than this round to nothing in every format the cockpit uses. */
const smallestShown = 0.0005;

/** Compares two readings; null where either is missing, and for an amount that was not above zero before. */
export function changeOf(current: Reading, previous: Reading, unit: Unit, good: GoodDirection): Change | null {
  if (current.kind !== "value" || previous.kind !== "value") return null;
  const isRatio = unit === "ratio";
  if (!isRatio && previous.value <= 0) return null;
  const difference = current.value - previous.value;
  const amount = isRatio ? difference : difference / previous.value;
  return { amount, isRatio, verdict: verdictOf(amount, good) };
}

/** Tells whether a move is too small to be shown. */
export function isStill(change: Change): boolean {
  return Math.abs(change.amount) < smallestShown;
}

function verdictOf(amount: number, good: GoodDirection): Change["verdict"] {
  if (Math.abs(amount) < smallestShown || good === "neither") return "even";
  return amount > 0 === (good === "up") ? "good" : "bad";
}
