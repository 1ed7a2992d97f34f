import type { GoodDirection } from "./change";
import type { Unit } from "./formats";

/** What the semantic model says of a measure, in the reader's language. */
export interface Measure {
  name: string;
  label: string;
  description: string;
  unit: Unit;
  good: GoodDirection;
}
