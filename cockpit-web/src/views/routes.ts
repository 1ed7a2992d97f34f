import type { Component } from "svelte";
import type { Language } from "../lib/i18n/dictionary";
import type { Address } from "../lib/url-state/address.svelte";
import CeoView from "./ceo/CeoView.svelte";

/** What the shell hands to every view. */
export interface ViewProps {
  address: Address;
  /** Told when the reader asks for another language. */
  onlanguage: (language: Language) => void;
}

const views: Readonly<Record<string, Component<ViewProps>>> = { "/": CeoView };

/** Gives the view of a path; null where there is none. */
export function viewOf(path: string): Component<ViewProps> | null {
  return views[path] ?? null;
}
