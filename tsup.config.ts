import { existsSync } from "node:fs";

import { defineConfig } from "tsup";

import { INTERNAL, LAYERS } from "./layers.js";

const modules = LAYERS.flat()
  .filter((module) => !INTERNAL.includes(module))
  .map((module) => `src/${module}/index.ts`)
  .filter((file) => existsSync(file));
const library = ["src/index.ts", ...modules];
const shared = {
  target: "es2022",
  splitting: true,
  sourcemap: true,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
} as const;

export default defineConfig([
  { ...shared, entry: [...library, "src/cli/bin.ts"], format: ["esm"], clean: true },
  { ...shared, entry: library, format: ["cjs"] },
]);
