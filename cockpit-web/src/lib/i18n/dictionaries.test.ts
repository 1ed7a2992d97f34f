import { describe, expect, it } from "vitest";
import { chooseLanguage, dictionaryOf, parseLanguage } from "./dictionaries";
import { languages } from "./dictionary";

describe("the dictionaries", () => {
  it("say nothing empty in any language", () => {
    for (const language of languages) {
      for (const [key, text] of Object.entries(dictionaryOf(language))) {
        expect(typeof text === "function" || text.trim().length > 0, `${language} ${key}`).toBe(true);
      }
    }
  });

  it("leave no English words in the Chinese one", () => {
    const texts = Object.values(dictionaryOf("zh-CN")).filter((text) => typeof text === "string");
    expect(texts.filter((text) => /[A-Za-z]{3,}/.test(text))).toEqual([]);
  });

  it("tell the three kinds of missing apart", () => {
    for (const language of languages) {
      const { notConnected, noData } = dictionaryOf(language);
      expect(new Set([notConnected, noData, "0"]).size).toBe(3);
    }
  });
});

describe("the language shown", () => {
  it("is the link's before the remembered before the browser's", () => {
    expect(chooseLanguage("en", "zh-CN", ["zh-CN"])).toBe("en");
    expect(chooseLanguage(null, "zh-CN", ["en-GB"])).toBe("zh-CN");
    expect(chooseLanguage("fr", null, ["de-DE", "en-GB", "zh-TW"])).toBe("en");
    expect(chooseLanguage(null, null, ["de-DE"])).toBe("zh-CN");
  });

  it.each([
    ["zh", "zh-CN"],
    ["zh-Hans-CN", "zh-CN"],
    ["en-US", "en"],
    ["english", null],
    ["", null],
    [null, null],
  ])("of %j is %j", (tag, language) => {
    expect(parseLanguage(tag)).toBe(language);
  });
});
