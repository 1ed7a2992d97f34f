import { render } from "@testing-library/svelte";
import type { Component } from "svelte";
import type { Language } from "../../lib/i18n/dictionary";
import LocaleBox from "./LocaleBox.svelte";

/** Renders a component in a language, as the shell does. */
export function renderIn<Props extends object>(language: Language, of: Component<Props>, props: Props): void {
  render(LocaleBox, { props: { of, props, language } });
}
