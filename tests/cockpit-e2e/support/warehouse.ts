import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";

/** The company's warehouse, asked in SQL by a client that knows nothing of the product. */
export class Warehouse {
  readonly #connection: DuckDBConnection;

  private constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  static async open(path: string): Promise<Warehouse> {
    const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
    return new Warehouse(await instance.connect());
  }

  /** The rows of a statement, every value as a number or a text; null stays null. */
  async rows(sql: string): Promise<Record<string, number | string | null>[]> {
    const reader = await this.#connection.runAndReadAll(sql);
    return reader.getRowObjectsJson().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
  }

  /** The one number of a statement; null where it has none. */
  async number(sql: string): Promise<number | null> {
    const [row] = await this.rows(sql);
    const value = row && Object.values(row)[0];
    return value === null || value === undefined ? null : Number(value);
  }

  close(): void {
    this.#connection.closeSync();
  }
}

function plain(value: unknown): number | string | null {
  if (value === null || typeof value === "number") return value;
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
