import { describe, expect, it } from "vitest";
import { dictionaryOf } from "../../../lib/i18n/dictionaries";
import type { DrillPath } from "../../../lib/url-state/filters";
import type { CeoFigures } from "../figures";
import type { CeoQuery } from "../generated/ceo";
import { figuresOf } from "./figures-of";
import type { Catalogue } from "./measures";

const catalogue: Catalogue = [
  { subject: "sales", name: "revenue", label: "Revenue", description: "Net amounts", unit: "MONEY", good: "UP" },
  { subject: "sales", name: "discountRate", label: "Discount rate", description: "", unit: "RATIO", good: "DOWN" },
  { subject: "surveys", name: "csat", label: "CSAT", description: "", unit: "RATIO", good: "UP" },
];

/** An answer in which every subject is connected and nothing falls into the question. */
const quiet: CeoQuery = {
  sales: { isConnected: true, total: null },
  salesByMonth: { overTime: [] },
  delivery: { isConnected: true, total: null, byProductLine: [] },
  deliveryByMonth: { overTime: [] },
  opportunities: { isConnected: true, total: null },
  opportunitiesByMonth: { overTime: [] },
  capacity: { isConnected: true, total: null, byProductionLine: [] },
  capacityByMonth: { overTime: [] },
  surveys: { isConnected: true, total: null },
  surveysByMonth: { overTime: [] },
  quota: { isConnected: true, total: null },
  quotaByMonth: { overTime: [] },
  expenses: { isConnected: true, byOrganisation: [] },
  leadToCash: { isConnected: true, total: null },
  funnel: { isConnected: true, byStage: [] },
  customerHealth: { isConnected: true, total: null, byCustomer: [] },
};

describe("a tile", () => {
  it("tells not connected, no data and zero apart", () => {
    const surveys = [{ isConnected: false, total: null }, quiet.surveys, { isConnected: true, total: { csat: 0, compare: null } }, null];
    const kinds = surveys.map((answer) => tile(figures({ surveys: answer }), "csat").reading);
    expect(kinds).toEqual([{ kind: "not-connected" }, { kind: "no-data" }, { kind: "value", value: 0 }, { kind: "not-connected" }]);
  });

  it("compares with the period before, by the direction that the model calls good", () => {
    const total = { ...sales("120.50", 0.12), compare: sales("100", 0.1) };
    const shown = figures({ sales: { isConnected: true, total } });
    expect(tile(shown, "revenue")).toMatchObject({ reading: { value: 120.5 }, change: { verdict: "good" } });
    expect(tile(shown, "discountRate").change).toMatchObject({ verdict: "bad", isRatio: true });
  });

  it("takes over whether its target is met, and judges none itself", () => {
    const quota = { isConnected: true, total: { attainment: 0.95, attainmentStatus: "AMBER" as const, compare: null } };
    expect(tile(figures({ quota }), "attainment").status).toBe("nearly");
    expect(tile(figures({ quota: { ...quota, total: { ...quota.total, attainmentStatus: null } } }), "attainment").status).toBeNull();
    expect(tile(figures({}), "csat").status).toBeNull();
  });

  it("keeps the gaps of its months", () => {
    const surveysByMonth = { overTime: [month("2026-01-01", 0.8), month("2026-02-01", null), month("2026-03-01", 0)] };
    expect(tile(figures({ surveysByMonth }), "csat").trend).toEqual([0.8, null, 0]);
  });

  it("says so when it cannot be cut by what was chosen", () => {
    expect(tile(figures({}, { region: "South" }), "utilisation").scope).toBe("Whole company");
    expect(tile(figures({}, { region: "South" }), "csat").scope).toBeNull();
  });
});

describe("a source that was never loaded", () => {
  const connected = {
    leadToCash: { isConnected: true, total: null },
    delivery: { isConnected: true, total: { otdRate: null, compare: null }, byProductLine: [] },
  };
  const unloaded = ["leadToCash.leads", "delivery.otdRate", "delivery.lateLines"];
  const shown = figuresOf(
    { ...quiet, ...connected },
    {
      catalogue,
      drill: {},
      language: "en",
      words: dictionaryOf("en"),
      obstacleOf: (root, measure) => (unloaded.includes(`${root}.${measure}`) ? "not-connected" : null),
      recordedOf: () => undefined,
    },
  );

  it("is told at the step of the funnel, though nothing fell into the period", () => {
    expect(shown.leadToCash.kind === "value" && shown.leadToCash.value.map((row) => row.missing)).toEqual([
      "not-connected",
      ...Array<string>(6).fill("no-data"),
    ]);
  });

  it("is told at its tile and its panel, though other measures of the subject are connected", () => {
    expect(tile(shown, "otdRate").reading.kind).toBe("not-connected");
    expect(shown.delivery.kind).toBe("not-connected");
  });
});

describe("the breakdown", () => {
  it("shows whichever level the answer holds, with what its margin lost", () => {
    const row = { member: "Trucks", ...sales("10", 0.2, "3"), compare: sales("10", 0.1, "4") };
    const { breakdown } = figures({ sales: { isConnected: true, total: null, byProductLine: [row] } });
    expect(breakdown).toMatchObject({ kind: "value", value: [{ member: "Trucks", marginLost: 1 }] });
  });

  it("tells an empty selection from a source that is not connected", () => {
    expect(figures({ sales: { isConnected: true, total: null, byRegion: [] } }).breakdown.kind).toBe("no-data");
    expect(figures({ sales: { isConnected: false, total: null, byRegion: [] } }).breakdown.kind).toBe("not-connected");
  });
});

describe("the customers at risk", () => {
  it("are as many of the lowest scores as the model counts", () => {
    const byCustomer = [30, 50, 80].map((score, index) => ({ customer: `C${index}`, score }));
    const { atRisk } = figures({ customerHealth: { isConnected: true, total: { score: 70, customersAtRisk: 2 }, byCustomer } });
    expect(atRisk).toMatchObject({ kind: "value", value: [{ name: "C0" }, { name: "C1" }] });
  });

  it("are none where every score is sound", () => {
    const byCustomer = [{ customer: "C", score: 80 }];
    const { atRisk } = figures({ customerHealth: { isConnected: true, total: { score: 80, customersAtRisk: 0 }, byCustomer } });
    expect(atRisk.kind).toBe("no-data");
  });
});

it("The stages are named in the reader's language, and by their own name where it has none", () => {
  const byStage = [
    { stage: "Quotation", entered: 4, amount: null, byStageZh: [{ stageZh: "报价" }] },
    { stage: "Won", entered: 1, amount: null, byStageZh: [{ stageZh: null }] },
  ];
  const setting = { catalogue, drill: {}, obstacleOf: () => null, recordedOf: () => undefined };
  const data = { ...quiet, funnel: { isConnected: true, byStage } };
  const names = (["en", "zh-CN"] as const).map((language) => {
    const { stages } = figuresOf(data, { ...setting, language, words: dictionaryOf(language) });
    return stages.kind === "value" ? stages.value.map((row) => row.stage) : [];
  });
  expect(names).toEqual([
    ["Quotation", "Won"],
    ["报价", "Won"],
  ]);
});

describe("the overspend", () => {
  it.each([
    [250_000, 1.25, { team: "East 2", amount: 250_000, shareOfPlan: 1.25 }],
    [0, 1, null],
    [-10, 0.9, null],
    [null, null, null],
  ])("of %s over plan is %j", (overspend, expenseToPlan, expected) => {
    const expenses = { isConnected: true, byOrganisation: [{ organisation: "East 2", overspend, expenseToPlan }] };
    expect(figures({ expenses }).overspend).toEqual(expected);
  });
});

it("A quiet company has no funnel, no trend and no warnings, and nothing of it reads as zero", () => {
  const shown = figures({});
  expect([shown.leadToCash.kind, shown.stages.kind, shown.delivery.kind, shown.capacity.shown.kind, shown.health.shown.kind]).toEqual(
    Array(5).fill("no-data"),
  );
  expect(shown.tiles.map((one) => one.reading.kind)).toEqual(Array(8).fill("no-data"));
});

function figures(answer: Partial<CeoQuery>, drill: DrillPath = {}): CeoFigures {
  return figuresOf(
    { ...quiet, ...answer },
    { catalogue, drill, language: "en", words: dictionaryOf("en"), obstacleOf: () => null, recordedOf: () => undefined },
  );
}

function tile(shown: CeoFigures, name: string): CeoFigures["tiles"][number] {
  const found = shown.tiles.find((one) => one.measure.name === name);
  if (!found) throw new Error(`no tile shows ${name}`);
  return found;
}

function sales(
  revenue: string,
  discountRate: number,
  grossMargin: string | null = null,
): Record<"revenue" | "grossMargin", string | null> & { grossMarginRate: null; discountRate: number } {
  return { revenue, grossMargin, grossMarginRate: null, discountRate };
}

function month(period: string, csat: number | null): { period: string; csat: number | null } {
  return { period, csat };
}
