import { languages, type Dictionary, type Language } from "./dictionary";
import { en } from "./en";
import { zhCN } from "./zh-cn";

const dictionaries: Record<Language, Dictionary> = { "zh-CN": zhCN, en };

/** Gives the cockpit's words in a language. */
export function dictionaryOf(language: Language): Dictionary {
  return dictionaries[language];
}

/** Reads a language tag; null for one the cockpit does not speak. `zh`, `zh-Hans` and `zh-CN` are all Chinese, `en-GB` is English. */
export function parseLanguage(tag: string | null | undefined): Language | null {
  const main = tag?.toLowerCase().split("-")[0];
  return languages.find((language) => language.toLowerCase().split("-")[0] === main) ?? null;
}

/** Chooses the language to show: what the link says, else what was chosen last, else the reader's browser, else Chinese. */
export function chooseLanguage(linked: string | null, remembered: string | null, preferred: readonly string[]): Language {
  return [linked, remembered, ...preferred].map(parseLanguage).find((language) => language !== null) ?? "zh-CN";
}
