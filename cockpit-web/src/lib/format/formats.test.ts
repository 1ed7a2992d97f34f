import { describe, expect, it } from "vitest";
import { dictionaryOf } from "../i18n/dictionaries";
import { changeOf } from "./change";
import { formatsOf, type Unit } from "./formats";
import { numberOf, readingOf } from "./reading";

const zh = formatsOf("zh-CN", dictionaryOf("zh-CN"), "CNY");
const en = formatsOf("en", dictionaryOf("en"), "CNY");

describe("numbers", () => {
  it.each<[number, Unit, string, string]>([
    [80_450_596.9823, "money", "¥8045万", "¥80.45M"],
    [1_234_567_890, "money", "¥12.35亿", "¥1.235B"],
    [0, "money", "¥0", "¥0"],
    [-12_345, "money", "-¥1.235万", "-¥12.35K"],
    [0.8217, "ratio", "82.2%", "82.2%"],
    [0, "ratio", "0.0%", "0.0%"],
    [49_801, "count", "4.98万", "49.8K"],
    [95, "min", "95分钟", "95 min"],
    [71.26, "score", "71.3", "71.3"],
  ])("%d as %s reads %s in Chinese and %s in English", (value, unit, chinese, english) => {
    expect(zh.short(value, unit)).toBe(chinese);
    expect(en.short(value, unit)).toBe(english);
  });

  it("keep their digits when asked in full", () => {
    expect(en.full(80_450_596.9823, "money")).toBe("¥80,450,596.98");
  });
});

describe("dates and periods", () => {
  it("are written as the language does", () => {
    expect(zh.day("2025-03-09")).toBe("2025年3月9日");
    expect(en.month("2025-03-01")).toBe("Mar 2025");
    expect(zh.period({ kind: "quarter", year: 2025, quarter: 3 })).toBe("2025年第3季度");
    expect(zh.period({ kind: "year", year: 2025 })).toBe("2025年");
    expect(en.period({ kind: "year", year: 2025 })).toBe("2025");
  });
});

describe("a change", () => {
  it("of an amount is a share of what it was", () => {
    const change = changeOf(readingOf(110), readingOf(100), "money", "up");
    expect(change).toMatchObject({ verdict: "good" });
    expect(change && en.change(change)).toBe("+10.0%");
  });

  it("of a rate is a difference in points, never a share of a share", () => {
    const change = changeOf(readingOf(0.3), readingOf(0.2), "ratio", "down");
    expect(change).toMatchObject({ verdict: "bad" });
    expect(change && en.change(change)).toBe("+10.0 pt");
    expect(change && zh.change(change)).toBe("+10.0 个百分点");
  });

  it("too small to be shown is even", () => {
    expect(changeOf(readingOf(0.5001), readingOf(0.5), "ratio", "up")?.verdict).toBe("even");
  });

  it("does not exist against nothing, nor against zero", () => {
    expect(changeOf(readingOf(1), readingOf(null), "money", "up")).toBeNull();
    expect(changeOf(readingOf(null), readingOf(1), "money", "up")).toBeNull();
    expect(changeOf(readingOf(1), readingOf(0), "money", "up")).toBeNull();
    expect(changeOf(readingOf(0.1), readingOf(0), "ratio", "up")?.amount).toBeCloseTo(0.1);
  });
});

describe("a missing number", () => {
  it("is never zero", () => {
    expect(numberOf(null)).toBeNull();
    expect(numberOf("")).toBeNull();
    expect(numberOf("n/a")).toBeNull();
    expect(readingOf(null)).toEqual({ kind: "no-data" });
    expect(readingOf("0.00")).toEqual({ kind: "value", value: 0 });
  });
});
