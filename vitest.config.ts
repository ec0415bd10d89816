import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

import { INTERNAL, LAYERS, subpathOf } from "./layers.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The package by its own name, as users import it, served from the sources. */
const alias = LAYERS.flat()
  .filter((module) => !INTERNAL.includes(module) && existsSync(at(`src/${module}/index.ts`)))
  .map((module) => ({ find: `golive-kit/${subpathOf(module)}`, replacement: at(`src/${module}/index.ts`) }));

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The library keeps no state, so files share a worker and its loaded modules: half the time.
    isolate: false,
    // One worker fewer than processors is the default: on two that would be one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "tsconfig.json" },
  },
  resolve: { alias: [...alias, { find: /^golive-kit$/, replacement: at("src/index.ts") }] },
});
