import type { Dictionary, Language } from "../../../lib/i18n/dictionary";
import type { DrillPath } from "../../../lib/url-state/filters";
import type { Catalogue } from "./measures";
import type { RecordedOf } from "./recorded";
import type { ObstacleOf } from "./unavailable";

/** What an answer is read with: the names of the measures, the chosen path, and the reader's language with its words. */
export interface Setting {
  catalogue: Catalogue;
  drill: DrillPath;
  language: Language;
  words: Dictionary;
  obstacleOf: ObstacleOf;
  recordedOf: RecordedOf;
}
