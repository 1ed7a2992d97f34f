import type { Language } from "../lib/i18n/dictionary";

/** A tab to start with. */
export interface Example {
  query: string;
  variables: string;
}

const lastYear = JSON.stringify({ period: { from: "2025-11-01", to: "2026-10-31" } }, null, 2);

// Stands for the reader's language in variables.
const readersLanguage = JSON.stringify({ language: "{language}" }, null, 2);

const notes: Record<"en" | "zh-CN", readonly string[]> = {
  en: [
    "Down from region to product line, with the year before: one statement, whatever the depth.",
    "Actual, target and whether it was met, quarter by quarter; a quarter without a target says so.",
    "Why did the margin rate change? What stands out, summing exactly; the hash reproduces it.",
    "The rows behind a number, page by page, each with its document.",
    "What can be asked: every measure with its formula.",
    "The same numbers live: sent again when a load has changed them.",
  ],
  "zh-CN": [
    "从区域下钻到产品线，并与去年同期比较：无论多深都只是一条 SQL。",
    "逐季给出实际、目标与是否达成；没有目标的季度会注明。",
    "毛利率为什么变了？指出突出的原因，归因之和恰好等于变化，可凭哈希重现。",
    "数字背后的行，逐页给出，每行附其单据。",
    "可以问什么：全部指标及其公式。",
    "同样的数字，实时：一次装载改变了它就再发一次。",
  ],
};

const texts: readonly (readonly [query: string, variables: string])[] = [
  [
    `query Drill($period: PeriodInput!) {
  sales(period: $period) {
    byRegion(orderBy: { revenue: DESC }, first: 5) {
      region
      revenue
      grossMarginRate
      compare(to: SAME_PERIOD_LAST_YEAR) {
        revenue
      }
      byProductLine(
        where: { revenue: { gt: 0 } }
        orderBy: { revenue: DESC }
        first: 3
      ) {
        productLine
        revenue
      }
    }
  }
}`,
    lastYear,
  ],
  [
    `query Targets($period: PeriodInput!) {
  quota(period: $period) {
    overTime(grain: QUARTER, everyStep: true) {
      period
      actualAmount
      targetAmount
      attainment
      attainmentStatus
    }
  }
}`,
    lastYear,
  ],
  [
    `query Why($period: PeriodInput!, $against: PeriodInput!) {
  explain(measure: "sales.grossMarginRate", period: $period, against: $against) {
    before
    now
    change
    nothingStandsOut
    segments {
      members {
        dimension
        name
      }
      contribution
    }
    hash
  }
}`,
    JSON.stringify({ period: { from: "2026-07-01", to: "2026-10-31" }, against: { from: "2025-07-01", to: "2025-10-31" } }, null, 2),
  ],
  [
    `query Rows($period: PeriodInput!) {
  rows(measure: "sales.revenue", period: $period, first: 10) {
    edges {
      node {
        day
        numerator
        document {
          system
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
    lastYear,
  ],
  [
    `query Catalogue($language: Language!) {
  measures(subject: "sales") {
    name
    label(language: $language)
    formula
    unit
  }
}`,
    readersLanguage,
  ],
  [
    `subscription Live($period: PeriodInput!) {
  sales(period: $period) {
    total {
      revenue
      orders
    }
  }
}`,
    lastYear,
  ],
];

/** The questions that the explorer opens with, each under a note in the reader's language. */
export function examplesIn(language: Language): Example[] {
  return texts.map(([query, variables], index) => ({
    query: `# ${notes[language === "zh-CN" ? language : "en"][index] ?? ""}\n${query}\n`,
    variables: variables.replace("{language}", language === "zh-CN" ? "ZH_CN" : "EN"),
  }));
}
