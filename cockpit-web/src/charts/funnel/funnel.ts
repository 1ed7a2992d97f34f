/** One stage of a funnel, with its texts already in the reader's language. */
export interface FunnelStage {
  name: string;
  /** How wide the stage is; null where it is not known, which draws no shape. */
  size: number | null;
  text: string;
  /** Set where the text stands for a missing number. */
  isMissing?: boolean;
  note?: string | undefined;
  /** Its share of the stage before. */
  conversion?: string | undefined;
}

/**
 * Draws each stage as a trapezoid in a box of 100 x 10: its upper edge is as wide as its own size,
 * its lower edge as wide as the next one's, all to one scale. Null for a stage without a size.
 */
export function funnelShapes(sizes: readonly (number | null)[]): (string | null)[] {
  const widest = Math.max(...sizes.map((size) => size ?? 0));
  return sizes.map((size, index) => {
    if (size === null || widest <= 0) return null;
    const top = shareOf(size, widest);
    const bottom = Math.min(top, shareOf(sizes[index + 1] ?? size, widest));
    return [edge(50 - top / 2, 0), edge(50 + top / 2, 0), edge(50 + bottom / 2, 10), edge(50 - bottom / 2, 10)].join(" ");
  });
}

/** A size above zero is never thinner than one part in a hundred, so that it can be seen. */
function shareOf(size: number, widest: number): number {
  return size <= 0 ? 0 : Math.max(1, (size / widest) * 100);
}

function edge(x: number, y: number): string {
  return `${Math.round(x * 100) / 100},${y}`;
}
