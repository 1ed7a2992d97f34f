/** Paths in a box of 100 x 24, the highest value at the top. */
export interface SparklinePaths {
  lines: string[];
  areas: string[];
}

const width = 100;
const height = 24;

/** Draws a series; a missing value breaks the curve instead of falling to zero. Null with fewer than two values. */
export function sparklineOf(values: readonly (number | null)[]): SparklinePaths | null {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const runs = runsOf(values.map((value, index) => (value === null ? null : pointOf(index / (values.length - 1), (value - low) / span))));
  return {
    lines: runs.map((run) => `M${run.join("L")}`),
    areas: runs.filter((run) => run.length > 1).map((run) => `M${xOf(run[0])} ${height}L${run.join("L")}L${xOf(run.at(-1))} ${height}Z`),
  };
}

/** Splits a series at its gaps. */
export function runsOf<Point>(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

function pointOf(along: number, up: number): string {
  return `${round(along * width)} ${round(height - 2 - up * (height - 4))}`;
}

function xOf(point: string | undefined): string {
  return point?.split(" ")[0] ?? "0";
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
