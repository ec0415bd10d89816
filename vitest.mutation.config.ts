import { defineConfig } from "vitest/config";

import base from "./vitest.config.js";

/** Names of the foundation modules whose code is changed, as test/mutation/run.mjs says. */
const mutated = (process.env["GOLIVE_KIT_MUTATED"] ?? "").split(",");

/**
 * What mutation testing runs: the tests of the modules that it changes. It leaves out those on large inputs, since
 * prepared code counts each of its steps, and those that start processes. Random inputs are few: a mutant should fall to
 * a stated value sooner than to chance.
 */
export default defineConfig({
  ...base,
  test: {
    include: mutated.map((module) => `test/foundation/${module}/**/*.test.ts`),
    exclude: ["test/foundation/**/large-*.test.ts", "test/foundation/time/process-zones.test.ts"],
    env: { GOLIVE_KIT_RUNS: "20" },
  },
});
