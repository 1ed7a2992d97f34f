import { describe, expect, it } from "vitest";
import { daysOf, formatPeriod, isDay, parsePeriod, resizePeriod, shiftPeriod, type Period } from "./period";

const periods: [string, Period][] = [
  ["2025", { kind: "year", year: 2025 }],
  ["2025-Q3", { kind: "quarter", year: 2025, quarter: 3 }],
  ["2025-07", { kind: "month", year: 2025, month: 7 }],
  ["2025-01-01..2025-03-15", { kind: "custom", from: "2025-01-01", to: "2025-03-15" }],
];

describe("a period in the URL", () => {
  it.each(periods)("reads and writes %s", (text, period) => {
    expect(parsePeriod(text)).toEqual(period);
    expect(formatPeriod(period)).toBe(text);
  });

  it.each(["", "25", "2025-Q5", "2025-13", "2025-00", "2025-02-30..2025-03-01", "2025-03-02..2025-03-01", "2025;", "last year"])(
    "refuses %j",
    (text) => {
      expect(parsePeriod(text)).toBeNull();
    },
  );
});

describe("the days of a period", () => {
  it.each([
    ["2025", "2025-01-01", "2025-12-31"],
    ["2025-Q1", "2025-01-01", "2025-03-31"],
    ["2025-Q4", "2025-10-01", "2025-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2025-02", "2025-02-01", "2025-02-28"],
  ])("of %s are %s to %s", (text, from, to) => {
    expect(daysOf(parsed(text))).toEqual({ from, to });
  });

  it("of neighbouring periods leave no day out and share none", () => {
    for (const [text] of periods) {
      const period = parsed(text);
      const next = daysOf(shiftPeriod(period, 1)).from;
      const dayAfter = new Date(Date.parse(daysOf(period).to) + 86_400_000).toISOString().slice(0, 10);
      expect(next).toBe(dayAfter);
    }
  });
});

describe("moving a period", () => {
  it.each(periods)("%s there and back is the same period", (text) => {
    expect(shiftPeriod(shiftPeriod(parsed(text), -7), 7)).toEqual(parsed(text));
  });

  it("crosses the turn of the year", () => {
    expect(formatPeriod(shiftPeriod(parsed("2025-Q1"), -1))).toBe("2024-Q4");
    expect(formatPeriod(shiftPeriod(parsed("2025-12"), 1))).toBe("2026-01");
  });
});

describe("changing the length", () => {
  it.each([
    ["2025", "quarter", "2025-Q4"],
    ["2025-Q2", "month", "2025-06"],
    ["2025-07", "year", "2025"],
    ["2025-Q2", "custom", "2025-04-01..2025-06-30"],
  ] as const)("of %s to a %s gives %s", (from, kind, to) => {
    expect(formatPeriod(resizePeriod(parsed(from), kind))).toBe(to);
  });
});

it.each(["2025-2-1", "2025-02-29", "20250201", "2025-02-01T00:00:00Z"])("%s is not a day", (text) => {
  expect(isDay(text)).toBe(false);
});

function parsed(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new Error(`${text} is not a period`);
  return period;
}
