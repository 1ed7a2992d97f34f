import { expect, type Locator, type Page } from "@playwright/test";

/** The cockpit's first screen as a reader meets it: by roles and names. */
export class Screen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the screen, in English where the query says nothing else, and waits for its figures. */
  async open(query: Record<string, string> = {}): Promise<void> {
    await this.page.goto(`/?${new URLSearchParams({ lang: "en", ...query }).toString()}`);
    await this.settled();
  }

  /** Waits until no newer figures are on their way. */
  async settled(): Promise<void> {
    await expect(this.page.locator("[aria-busy=false]")).toBeVisible();
  }

  tile(label: string): Locator {
    return this.page.getByRole("article", { name: label });
  }

  /** The number of a tile with all its digits, as the reader's language writes them. */
  async figure(label: string): Promise<string | null> {
    return await this.tile(label).locator(".value").getAttribute("title");
  }

  /** All tiles, each as one text. */
  async tiles(): Promise<Map<string, string>> {
    const tiles = await this.page.getByRole("article").all();
    const entries = await Promise.all(tiles.map(async (tile) => [await tile.getByRole("heading").innerText(), await tile.innerText()] as const));
    return new Map(entries);
  }

  /** The table of the breakdown: one row a member. */
  breakdownRows(): Locator {
    return this.page.getByRole("region", { name: "Where the result comes from" }).getByRole("row");
  }

  async drillInto(member: string): Promise<void> {
    await this.page.getByRole("button", { name: `Drill into ${member}`, exact: true }).click();
    await this.settled();
  }

  /** The first member that the breakdown offers. */
  async firstMember(): Promise<string> {
    return await this.page.getByRole("button", { name: /^Drill into / }).first().innerText();
  }
}
