import { createContext } from "svelte";
import { formatsOf, type Formats } from "../format/formats";
import { dictionaryOf } from "./dictionaries";
import type { Dictionary, Language } from "./dictionary";

/** Everything a component needs to speak: the words and the number formats of the chosen language. */
export interface Locale {
  language: Language;
  words: Dictionary;
  formats: Formats;
}

/** What ISO 4217 writes where no currency is meant. */
const noCurrency = "XXX";

/** Makes the locale of a language for a company that reports in `currency` (ISO 4217); without one it must not write amounts. */
export function localeOf(language: Language, currency = noCurrency): Locale {
  const words = dictionaryOf(language);
  return { language, words, formats: formatsOf(language, words, currency) };
}

const [read, provide] = createContext<() => Locale>();

/** Gives the locale to all components below; a function, so that they follow a change of language. */
export function provideLocale(locale: () => Locale): void {
  provide(locale);
}

/** The locale of this component. Read it inside `$derived` or the markup. */
export function useLocale(): () => Locale {
  return read();
}
