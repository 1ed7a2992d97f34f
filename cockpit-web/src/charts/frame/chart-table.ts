/** The rows behind a chart, as text: what a reader gets who asks for a table instead. The first column names the row. */
export interface ChartTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}
