import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { en } from "./en";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(svelte|ts)$/.test(file) && !/i18n|\.test\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join("src", file), "utf8") }));

it("every word of the dictionaries is said somewhere", () => {
  const source = files.map(({ text }) => text).join("\n");
  expect(Object.keys(en).filter((key) => !new RegExp(`words\\.${key}\\b`).test(source))).toEqual([]);
});

it("no component says words of its own", () => {
  const components = files.filter(({ file }) => file.endsWith(".svelte"));
  const speaking = components.filter(({ text }) => />[^<]*[A-Za-z\u4e00-\u9fff]{2}[^<]*</.test(markupOf(text)));
  expect(speaking.map(({ file }) => file)).toEqual([]);
});

/** The markup of a component without scripts, styles, comments and whatever stands in braces. */
function markupOf(component: string): string {
  let markup = component.replace(/<(script|style)[^]*?<\/\1>|<!--[^]*?-->/g, "");
  for (let before = ""; before !== markup;) {
    before = markup;
    markup = markup.replace(/\{[^{}]*\}/g, "");
  }
  return markup;
}
