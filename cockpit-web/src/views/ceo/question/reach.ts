import { drillLevels, type DrillLevel, type DrillPath } from "../../../lib/url-state/filters";

/** By which levels of the drill path each subject can be cut. The schema's filter types say the same; a test holds them together. */
export const reach = {
  sales: ["region", "productLine", "customer"],
  opportunities: ["region", "productLine", "customer"],
  delivery: ["region", "productLine", "customer"],
  surveys: ["region", "productLine", "customer"],
  leadToCash: ["region", "productLine", "customer"],
  funnel: ["region", "productLine", "customer"],
  customerHealth: ["region", "customer"],
  expenses: ["region", "customer"],
  quota: ["region"],
  capacity: [],
} as const satisfies Record<string, readonly DrillLevel[]>;

/** A root field of the screen's question. */
export type Subject = keyof typeof reach;

/** The filter of one subject: a condition for each chosen level that the subject knows. */
export type SubjectFilter = Partial<Record<DrillLevel, { eq: string }>>;

/** Gives the filter of a subject; null where nothing is chosen that it could be cut by. */
export function filterOf(subject: Subject, drill: DrillPath): SubjectFilter | null {
  const conditions = levelsOf(subject, drill).map((level) => [level, { eq: drill[level] }]);
  return conditions.length > 0 ? (Object.fromEntries(conditions) as SubjectFilter) : null;
}

/** Names what a subject's numbers speak about where that is more than was chosen; null where it is exactly that. */
export function widerScope(subject: Subject, drill: DrillPath, wholeCompany: string): string | null {
  const chosen = drillLevels.filter((level) => drill[level] !== undefined);
  const kept = levelsOf(subject, drill);
  return kept.length === chosen.length ? null : kept.map((level) => drill[level]).join(" · ") || wholeCompany;
}

function levelsOf(subject: Subject, drill: DrillPath): readonly DrillLevel[] {
  return reach[subject].filter((level) => drill[level] !== undefined);
}
