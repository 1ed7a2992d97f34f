import { expect, it } from "vitest";
import { chooseLanguage, dictionaryOf, languageOfNumbers } from "./dictionaries";
import { marked, pseudoLanguage } from "./pseudo";

it("marks every text of the dictionary and makes it at least two fifths longer", () => {
  const [english, pseudo] = [dictionaryOf("en"), dictionaryOf(pseudoLanguage)];
  for (const [key, text] of Object.entries(english)) {
    if (typeof text !== "string") continue;
    const other = pseudo[key as keyof typeof pseudo] as string;
    expect(other).toMatch(/^⟦.*⟧$/);
    expect(other.length).toBeGreaterThanOrEqual(text.length * 1.4);
  }
  expect(pseudo.dataUntil({ day: "Oct 31" })).toBe(marked("Data until Oct 31"));
});

it("is spoken only where a link asks for it, with English numbers", () => {
  expect(chooseLanguage("qps-ploc", "zh-CN", ["zh-CN"])).toBe(pseudoLanguage);
  expect(chooseLanguage(null, "qps-ploc", ["qps-ploc", "en"])).toBe("en");
  expect(languageOfNumbers(pseudoLanguage)).toBe("en");
});
