import { changeOf } from "../../../lib/format/change";
import { numberOf, readingOf, type Shown } from "../../../lib/format/reading";
import { connectedRows } from "./connected";
import type { BreakdownCell, BreakdownRow } from "../breakdown/breakdown-rows";
import type { CeoQuery } from "../generated/ceo";
import { measureOf, type Catalogue } from "./measures";

type Row = NonNullable<NonNullable<CeoQuery["sales"]>["byRegion"]>[number];

const columns = ["revenue", "grossMarginRate", "discountRate"] as const;

/** Makes the rows of whichever level the answer holds. */
export function breakdownOf(data: CeoQuery, catalogue: Catalogue): Shown<readonly BreakdownRow[]> {
  const rows = data.sales?.byRegion ?? data.sales?.byProductLine ?? data.sales?.byCustomer;
  return connectedRows(
    data.sales,
    rows?.map((row) => ({ member: row.member, cells: cellsOf(row, catalogue), marginLost: marginLostOf(row) })),
  );
}

function cellsOf(row: Row, catalogue: Catalogue): BreakdownCell[] {
  return columns.map((name) => {
    const measure = measureOf(catalogue, "sales", name);
    const reading = readingOf(row[name]);
    return { measure, reading, change: changeOf(reading, readingOf(row.compare?.[name]), measure.unit, measure.good) };
  });
}

function marginLostOf(row: Row): number | null {
  const now = numberOf(row.grossMargin);
  const before = numberOf(row.compare?.grossMargin);
  return now === null || before === null ? null : before - now;
}
