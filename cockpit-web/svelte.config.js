import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

/** Runes everywhere: the syntax of Svelte 4 does not compile here. */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
};
