import { dirname, join, relative } from "node:path";

import tseslint from "typescript-eslint";

import { layerOf, moduleOf } from "./layers.js";

const SRC = join(import.meta.dirname, "src");

/** Imports point down: through entry points, into lower layers, and never sideways. */
const importsPointDown = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      inside: "Inside a module, import the file itself.",
      entry: "Import another module through its entry point: index.js.",
      layer: "Imports point down: '{{to}}' is not in a lower layer than '{{from}}'.",
    },
  },
  create(context) {
    const file = relative(SRC, context.filename);
    const from = moduleOf(file);
    if (from === undefined) return {};
    const check = (node) => {
      const name = node.source?.value;
      if (typeof name !== "string" || !name.startsWith(".")) return;
      const target = join(dirname(file), name);
      const to = moduleOf(target);
      if (to === from) {
        if (target === `${from}/index.js` && file !== `${from}/bin.ts`) context.report({ node, messageId: "inside" });
      } else if (to === undefined || target !== `${to}/index.js`) {
        context.report({ node, messageId: "entry" });
      } else if (layerOf(to) >= layerOf(from)) {
        context.report({ node, messageId: "layer", data: { to, from } });
      }
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};

const restricted = {
  defaultExport: { selector: "ExportDefaultDeclaration", message: "Export by name." },
  exportAll: { selector: "ExportAllDeclaration", message: "An entry point lists what it exports." },
  enum: { selector: "TSEnumDeclaration", message: "Use a union of literals." },
  zod: {
    selector: "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    message: 'Write: import * as z from "zod". Bundlers cannot take the other forms apart.',
  },
  coerce: { selector: "MemberExpression[property.name='coerce']", message: "Nothing is coerced: refuse it." },
  spread: {
    selector: ":matches(CallExpression, NewExpression) > SpreadElement",
    message: "A long list overflows the stack: write a loop.",
  },
  power: {
    selector: ":matches(BinaryExpression[operator='**'], AssignmentExpression[operator='**='])",
    message: "Differs between engines: use foundation/math or the private Decimal.",
  },
  approximate: {
    selector:
      "MemberExpression[object.name='Math'][property.name=/^(exp|expm1|log|log1p|log2|log10|pow|cbrt|hypot|a?(sin|cos|tan)h?|atan2)$/]",
    message: "Differs between engines: use foundation/math.",
  },
};
const everywhere = Object.values(restricted);
const without = (...names) =>
  Object.entries(restricted)
    .filter(([name]) => !names.includes(name))
    .map(([, rule]) => rule);

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "docs/api/",
      "docs/.vitepress/cache/",
      "docs/.vitepress/dist/",
      "test/package/fixtures/",
      ".stryker-tmp/",
    ],
  },
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  ...tseslint.configs.strictTypeCheckedOnly.map((config) => ({ ...config, files: ["src/**/*.ts"] })),
  {
    files: ["src/**/*.ts"],
    plugins: { layers: { rules: { "imports-point-down": importsPointDown } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "layers/imports-point-down": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-console": "error",
      "no-restricted-globals": [
        "error",
        { name: "Date", message: "No clock and no local time inside: take the date as an argument." },
        { name: "performance", message: "No clock inside." },
        { name: "process", message: "Only the command line knows the process." },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Take a seed as an argument." },
      ],
      "no-restricted-imports": [
        "error",
        {
          paths: [{ name: "date-fns", message: "Import one function: date-fns/addMonths." }],
          patterns: [{ regex: "^node:", message: "Only the command line knows Node." }],
        },
      ],
      "no-restricted-syntax": ["error", ...everywhere],
    },
  },
  {
    files: ["src/foundation/math/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...without("power", "approximate")] },
  },
  // Month arithmetic needs the built-in class; it is given a day number and never reads the clock.
  { files: ["src/foundation/time/month-arithmetic.ts"], rules: { "no-restricted-globals": "off" } },
  {
    files: ["src/cli/**/*.ts"],
    rules: { "no-console": "off", "no-restricted-globals": "off", "no-restricted-imports": "off" },
  },
  // The root entry point gathers all modules; the type checker reports names that clash.
  { files: ["src/index.ts"], rules: { "no-restricted-syntax": "off" } },
);
