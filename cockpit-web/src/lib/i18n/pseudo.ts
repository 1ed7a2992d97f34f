import type { Dictionary } from "./dictionary";

/** The tag of the pseudo-language: English made longer and put in brackets, so that text of no dictionary and text without room are seen. */
export const pseudoLanguage = "qps-ploc";

/** By how much a text grows, as German or Finnish does against English. */
const growth = 0.4;

/** Marks a text as one that came from a dictionary or from the semantic model. */
export function marked(text: string): string {
  return `⟦${text}${"~".repeat(Math.ceil(text.length * growth))}⟧`;
}

/** Makes the dictionary of the pseudo-language from another one. */
export function pseudoOf(words: Dictionary): Dictionary {
  const entries = Object.entries(words).map(([key, text]: [string, unknown]) => [
    key,
    typeof text === "function" ? (facts: unknown) => marked((text as (facts: unknown) => string)(facts)) : marked(text as string),
  ]);
  return Object.fromEntries(entries) as Dictionary;
}
