/** The language tag that a link asks for, or null where it leaves the choice to the reader. */
export function linkedLanguage(search: string): string | null {
  return new URLSearchParams(search).get("lang");
}

/** The same link in another language. */
export function inLanguage(search: string, tag: string): string {
  const parameters = new URLSearchParams(search);
  parameters.set("lang", tag);
  return `?${parameters.toString()}`;
}
