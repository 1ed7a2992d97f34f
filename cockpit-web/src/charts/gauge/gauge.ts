/** A stretch of the dial that ends at `upTo` and begins where the one before it ends. */
export interface GaugeZone {
  upTo: number;
  tone: "bad" | "warn" | "good";
}

/** Gives a point on the half circle around (60, 58): 0 at the left end, 1 at the right; shares beyond stay at the end. */
export function gaugePoint(share: number, radius: number): string {
  const angle = Math.PI * (1 - Math.min(1, Math.max(0, share)));
  return `${round(60 + radius * Math.cos(angle))} ${round(58 - radius * Math.sin(angle))}`;
}

/** Draws the arc between two shares of the dial. */
export function gaugeArc(from: number, to: number, radius: number): string {
  return `M${gaugePoint(from, radius)}A${radius} ${radius} 0 0 1 ${gaugePoint(to, radius)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
