import type { GaugeZone } from "../../../charts/gauge/gauge";

/** A customer who may leave. */
export interface RiskRow {
  name: string;
  /** 0 to 100. */
  score: number;
}

/** The health score of a customer who gives no reason to worry at all. */
export const highestScore = 100;

/** Scores below 60 call for action, as the model counts customers at risk; below 75 for attention. */
export const healthZones: readonly GaugeZone[] = [
  { upTo: 60, tone: "bad" },
  { upTo: 75, tone: "warn" },
  { upTo: highestScore, tone: "good" },
];

/** Judges a score; a score at the edge of two zones belongs to the better one. */
export function healthTone(score: number): GaugeZone["tone"] {
  return healthZones.find((zone) => score < zone.upTo)?.tone ?? "good";
}
