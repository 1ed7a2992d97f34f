import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

/** Which folders a folder must not import from: the flow is lib <- charts <- shared <- views. */
const upward = {
  "src/lib": ["charts", "shared", "views"],
  "src/charts": ["shared", "views"],
  "src/shared": ["views"],
};

const directions = Object.entries(upward).map(([folder, banned]) => ({
  files: [`${folder}/**/*.{ts,svelte}`],
  ignores: ["**/*.test.ts"],
  rules: {
    "no-restricted-imports": [
      "error",
      { patterns: banned.map((name) => ({ group: [`**/${name}/**`], message: `${folder} stands below ${name}.` })) },
    ],
  },
}));

/** The linter does not see the types of snippets and callbacks in markup; svelte-check does and holds these rules there. */
const typesCheckedBySvelteCheck = Object.fromEntries(
  ["argument", "assignment", "call", "member-access", "return"].map((what) => [`@typescript-eslint/no-unsafe-${what}`, "off"]),
);

export default ts.config(
  { ignores: ["dist", "**/generated/**"] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js", "scripts/*.mjs"] },
        extraFileExtensions: [".svelte"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "func-style": ["error", "declaration"],
      "max-lines": ["error", 400],
      "max-lines-per-function": ["error", 60],
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "No ambient clock." },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "No ambient clock." },
      ],
    },
  },
  { files: ["**/*.svelte", "**/*.svelte.ts"], languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } } },
  { files: ["**/*.svelte"], rules: { "max-lines": ["error", 200], "svelte/no-at-html-tags": "error", ...typesCheckedBySvelteCheck } },
  { files: ["**/*.test.ts"], rules: { "max-lines-per-function": "off" } },
  {
    files: ["*.config.{js,ts}", "scripts/*.mjs"],
    languageOptions: { globals: globals.node },
    rules: { "no-restricted-syntax": "off", "no-console": "off" },
  },
  { files: ["**/*.{js,mjs}"], ...ts.configs.disableTypeChecked },
  ...directions,
);
