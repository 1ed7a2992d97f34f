import { expect, it } from "vitest";
import { dictionaryOf } from "../../../lib/i18n/dictionaries";
import { localeOf } from "../../../lib/i18n/locale";
import { chartStages, funnelSentence, funnelTable } from "./funnel-rows";
import { leadToCashRows, type LeadToCash } from "./lead-to-cash";

const words = dictionaryOf("en");
const steps: LeadToCash = {
  leads: 400,
  opportunities: 100,
  opportunityAmount: 9e6,
  wonCount: 25,
  wonAmount: 2e6,
  orders: 20,
  orderedAmount: 1_000_000,
  deliveredAmount: 900_000,
  invoicedAmount: 450_000,
  receivedAmount: null,
};

it("gives every step its share of the one before, deals among deals and money among money", () => {
  expect(leadToCashRows(steps, words, () => "no-data").map((row) => row.conversion)).toEqual([null, 0.25, 0.25, null, 0.9, 0.5, null]);
});

it("draws the money as wide at the order as the deals are where they are won", () => {
  const sizes = leadToCashRows(steps, words, () => "no-data").map((row) => row.size);
  expect(sizes).toEqual([400, 100, 25, 25, 22.5, 11.25, null]);
});

it("draws the money alone where no deals are known, and none where nothing was ordered", () => {
  const noDeals = { ...steps, leads: null, opportunities: null, wonCount: null };
  expect(leadToCashRows(noDeals, words, () => "no-data").map((row) => row.size)).toEqual([null, null, null, 1, 0.9, 0.45, null]);
  expect(leadToCashRows({ ...steps, orderedAmount: null }, words, () => "no-data").at(4)).toMatchObject({ amount: 900_000, size: null });
});

it("shows the money of a step that is not counted, and says when nothing is known of it", () => {
  const stages = chartStages(
    leadToCashRows(steps, words, () => "no-data"),
    localeOf("en", "CNY"),
  );
  expect(stages.map((stage) => stage.text)).toEqual(["400", "100", "25", "20", "¥900K", "¥450K", "No data"]);
  expect(stages.map((stage) => stage.note)).toEqual([undefined, "¥9M", "¥2M", "¥1M", undefined, undefined, undefined]);
});

it("is summed up from the first step to the last, and not at all where either is unknown", () => {
  const locale = localeOf("en", "CNY");
  expect(
    funnelSentence(
      leadToCashRows({ ...steps, receivedAmount: 300_000 }, words, () => "no-data"),
      locale,
    ),
  ).toBe("From 400 at Leads to ¥300K at Received.");
  expect(
    funnelSentence(
      leadToCashRows(steps, words, () => "no-data"),
      locale,
    ),
  ).toBe("");
  expect(funnelSentence([], locale)).toBe("");
});

it("tells a step that cannot be cut by the selection, one that was never loaded and one that nothing fell into apart", () => {
  const rows = leadToCashRows({ ...steps, leads: null, opportunities: null, opportunityAmount: null }, words, (step) =>
    step === "leads" ? "indivisible" : step === "opportunities" ? "not-connected" : "no-data",
  );
  const texts = chartStages(rows, localeOf("en", "CNY")).map((stage) => stage.text);
  expect([texts[0], texts[1], texts.at(-1)]).toEqual(["Not for this selection", "Not connected", "No data"]);
  expect(funnelTable(rows, localeOf("zh-CN", "CNY")).rows[1]).toEqual(["Opportunities", "–", "未接入", "–"]);
});
