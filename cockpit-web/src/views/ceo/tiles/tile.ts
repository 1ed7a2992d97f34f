import type { Change } from "../../../lib/format/change";
import type { Measure } from "../../../lib/format/measure";
import type { Reading } from "../../../lib/format/reading";
import type { TargetStatus } from "../../../lib/format/target-status";

/** One key figure of the row above. */
export interface Tile {
  measure: Measure;
  reading: Reading;
  change: Change | null;
  /** How far its target is met; null where it has none. */
  status: TargetStatus | null;
  trend: readonly (number | null)[];
  /** What the number speaks about where that is more than the reader chose; null where it is exactly that. */
  scope: string | null;
}
