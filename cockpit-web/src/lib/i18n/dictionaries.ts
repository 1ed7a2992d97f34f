import { languages, type Dictionary, type Language } from "./dictionary";
import { en } from "./en";
import { pseudoLanguage, pseudoOf } from "./pseudo";
import { zhCN } from "./zh-cn";

const dictionaries: Record<Language, Dictionary> = { "zh-CN": zhCN, en, [pseudoLanguage]: pseudoOf(en) };

/** Gives the cockpit's words in a language. */
export function dictionaryOf(language: Language): Dictionary {
  return dictionaries[language];
}

/** The language whose forms of numbers and dates are used. */
export function languageOfNumbers(language: Language): string {
  return language === pseudoLanguage ? "en" : language;
}

/** Reads a language tag; null for one the cockpit does not speak. `zh`, `zh-Hans` and `zh-CN` are all Chinese, `en-GB` is English. */
export function parseLanguage(tag: string | null | undefined): Language | null {
  const main = tag?.toLowerCase().split("-")[0];
  return languages.find((language) => language.toLowerCase().split("-")[0] === main) ?? null;
}

/** Chooses the language to show: what the link says (the pseudo-language can only be asked for by a link), else what was chosen last, else the reader's browser, else Chinese. */
export function chooseLanguage(linked: string | null, remembered: string | null, preferred: readonly string[]): Language {
  if (linked === pseudoLanguage) return pseudoLanguage;
  return [linked, remembered, ...preferred].map(parseLanguage).find((language) => language !== null) ?? "zh-CN";
}
