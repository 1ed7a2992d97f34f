import type { Shown } from "../../lib/format/reading";
import type { BreakdownRow } from "./breakdown/breakdown-rows";
import type { Overspend } from "./breakdown/overspend";
import type { CapacityRow } from "./capacity/capacity-rows";
import type { RiskRow } from "./customer-health/customer-health";
import type { DeliveryRow } from "./delivery/delivery-warnings";
import type { FunnelRow } from "./funnel/funnel-rows";
import type { Tile } from "./tiles/tile";
import type { TrendSeries } from "./trend/trend-rows";

/** Rows of a subject, with what they speak about where that is more than the reader chose. */
export interface Scoped<Rows> {
  shown: Shown<Rows>;
  scope: string | null;
}

/** Everything the first screen shows, panel by panel. */
export interface CeoFigures {
  tiles: readonly Tile[];
  leadToCash: Shown<readonly FunnelRow[]>;
  stages: Shown<readonly FunnelRow[]>;
  capacity: Scoped<readonly CapacityRow[]>;
  delivery: Shown<readonly DeliveryRow[]>;
  health: Scoped<number>;
  atRisk: Shown<readonly RiskRow[]>;
  breakdown: Shown<readonly BreakdownRow[]>;
  /** The team that overspends most; null where none does. */
  overspend: Overspend | null;
  trend: readonly TrendSeries[];
}
