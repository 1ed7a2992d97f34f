import type { Reading, Shown } from "../../lib/format/reading";
import type { BreakdownRow } from "./breakdown/breakdown-rows";
import type { CapacityRow } from "./capacity/capacity-rows";
import type { RiskRow } from "./customer-health/customer-health";
import type { DeliveryRow } from "./delivery/delivery-warnings";
import type { FunnelRow } from "./funnel/funnel-rows";
import type { Tile } from "./tiles/tile";
import type { TrendSeries } from "./trend/trend-rows";

/** Everything the first screen shows, panel by panel. */
export interface CeoFigures {
  tiles: readonly Tile[];
  leadToCash: Shown<readonly FunnelRow[]>;
  stages: Shown<readonly FunnelRow[]>;
  capacity: Shown<readonly CapacityRow[]>;
  delivery: Shown<readonly DeliveryRow[]>;
  health: Reading;
  atRisk: Shown<readonly RiskRow[]>;
  breakdown: Shown<readonly BreakdownRow[]>;
  trend: readonly TrendSeries[];
}
