import type { GoodDirection } from "../../../lib/format/change";
import type { Unit } from "../../../lib/format/formats";
import type { Measure } from "../../../lib/format/measure";
import type { Language } from "../../../lib/i18n/dictionary";
import { marked, pseudoLanguage } from "../../../lib/i18n/pseudo";
import type { StartQuery } from "../generated/start";
import type { Subject } from "../question/reach";

/** Every measure of the semantic model, in the reader's language. */
export type Catalogue = StartQuery["measures"];

/** The catalogue with its texts marked where the pseudo-language is spoken; as it is in any other. */
export function catalogueIn(language: Language, measures: Catalogue): Catalogue {
  if (language !== pseudoLanguage) return measures;
  return measures.map((measure) => ({ ...measure, label: marked(measure.label), description: marked(measure.description) }));
}

const units: Record<Catalogue[number]["unit"], Unit> = {
  MONEY: "money",
  QUANTITY: "quantity",
  COUNT: "count",
  RATIO: "ratio",
  MINUTES: "min",
  HOURS: "h",
  DAYS: "day",
  SCORE: "score",
};

const directions: Record<Catalogue[number]["good"], GoodDirection> = { UP: "up", DOWN: "down", NONE: "neither" };

/** Finds what the semantic model says of a measure. One that the server does not know keeps its name as its label. */
export function measureOf(measures: Catalogue, subject: Subject, name: string): Measure {
  const found = measures.find((measure) => measure.subject === subject && measure.name === name);
  if (!found) return { name, label: name, description: "", unit: "score", good: "neither" };
  return { name, label: found.label, description: found.description, unit: units[found.unit], good: directions[found.good] };
}
