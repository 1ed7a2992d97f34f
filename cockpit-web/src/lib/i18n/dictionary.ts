import type { en } from "./en";
import type { pseudoLanguage } from "./pseudo";

/** The shape every language must fill: the same keys, and the same parameters where a text takes some. */
export type Dictionary = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends (facts: infer Facts) => string ? (facts: Facts) => string : string;
};

/** The languages of the cockpit, as BCP 47 tags. */
export const languages = ["zh-CN", "en"] as const;

/** What the cockpit speaks: one of {@link languages}, or in development the pseudo-language. */
export type Language = (typeof languages)[number] | typeof pseudoLanguage;
